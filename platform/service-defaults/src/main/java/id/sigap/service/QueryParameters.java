package id.sigap.service;

import id.sigap.service.Refusal.FieldError;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A query parameter that an API doesn't know is refused, by name: a filter that is misspelt would otherwise answer with everything. Pages take whatever links bring along. */
class QueryParameters {

    private static final String API = "/api/";

    private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void refuseUnknown(UriInfo uri, ResourceInfo resource) {
        if (!uri.getPath().startsWith(API) || uri.getQueryParameters().isEmpty()) {
            return;
        }
        Set<String> taken = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::takenBy);
        List<FieldError> unknown = uri.getQueryParameters().keySet().stream()
                .filter(name -> !taken.contains(name))
                .sorted()
                .map(name -> taken.isEmpty()
                        ? new FieldError(name, "no-parameters")
                        : new FieldError(name, "unknown-parameter", String.join(", ", taken)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusal.fields(unknown);
        }
    }

    static Set<String> takenBy(Method endpoint) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : endpoint.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (Field field : parameter.getType().getDeclaredFields()) {
                    add(names, field, field.getName());
                }
            }
            add(names, parameter, parameter.getName());
        }
        return names;
    }

    private static void add(Set<String> names, AnnotatedElement element, String itsName) {
        if (element.getAnnotation(QueryParam.class) instanceof QueryParam named) {
            names.add(named.value());
        }
        if (element.getAnnotation(RestQuery.class) instanceof RestQuery named) {
            names.add(named.value().isEmpty() ? itsName : named.value());
        }
    }
}
