package id.sigap.service;

import id.sigap.service.Refusal.FieldError;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What can't be read of a request is its sender's fault and is called that, before anything trips over it. Found where the request comes in,
 * said where refusals get their words.
 */
@ApplicationScoped
class ReadableRequests {

    /** In place of a header that can't be read: nobody takes it, nobody makes it. */
    private static final String UNREADABLE = "application/x-unreadable";

    private static final int MISDIRECTED = 421;
    private static final String REFUSAL = ReadableRequests.class.getName();

    private final long largestBody;
    private final KnownHosts known;

    ReadableRequests(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize largestBody, KnownHosts known) {
        this.largestBody = largestBody.asLongValue();
        this.known = known;
    }

    void register(@Observes Filters filters) {
        filters.register(this::read, EveryAnswer.FIRST - 1);
    }

    private void read(RoutingContext exchange) {
        if (!isOurs(exchange.request())) {
            refuseHost(exchange);
            return;
        }
        MultiMap headers = exchange.request().headers();
        replace(headers, HttpHeaders.CONTENT_TYPE, MediaType::valueOf, UNREADABLE);
        replace(headers, HttpHeaders.ACCEPT, ReadableRequests::readAccepted, UNREADABLE);
        replace(headers, HttpHeaders.ACCEPT_LANGUAGE, Locale.LanguageRange::parse, Language.ID.code());
        fault(exchange).or(() -> tooLarge(exchange)).ifPresent(refusal -> exchange.put(REFUSAL, refusal));
        exchange.next();
    }

    @ServerRequestFilter(preMatching = true)
    void refuse(RoutingContext exchange) {
        Refusal refusal = exchange.get(REFUSAL);
        if (refusal != null) {
            throw refusal;
        }
    }

    /** Its weights, too: they are read only where there are two to choose from. */
    private static void readAccepted(String header) {
        MediaTypeHelper.parseHeader(header).forEach(MediaTypeHelper::getQWithParamInfo);
    }

    private static void replace(MultiMap headers, String name, Consumer<String> reader, String replacement) {
        if (!headers.getAll(name).stream().allMatch(value -> reads(value, reader))) {
            headers.set(name, replacement);
        }
    }

    private static boolean reads(String value, Consumer<String> reader) {
        try {
            reader.accept(value);
            return true;
        } catch (RuntimeException _) {
            return false; // the parsers throw whatever comes to pass
        }
    }

    /** NUL is no part of any text: the database refuses it, and so do mail and files. */
    private static Optional<Refusal> fault(RoutingContext exchange) {
        try {
            List<FieldError> fields = exchange.queryParams().entries().stream()
                    .filter(parameter -> (parameter.getKey() + parameter.getValue()).indexOf('\0') >= 0)
                    .map(Map.Entry::getKey)
                    .distinct()
                    .map(name -> new FieldError(name.replace("\0", ""), "unreadable-text"))
                    .toList();
            return fields.isEmpty() ? nulInPath(exchange) : Optional.of(Refusal.fields(fields));
        } catch (RuntimeException _) { // a percent sign without its digits
            return Optional.of(new Refusal(400, "bad-request"));
        }
    }

    private static Optional<Refusal> nulInPath(RoutingContext exchange) {
        return exchange.request().path().contains("%00")
                ? Optional.of(new Refusal(404, "no-such-page"))
                : Optional.empty();
    }

    private boolean isOurs(HttpServerRequest request) {
        HostAndPort asked = request.authority();
        String host = asked == null ? "" : asked.host().toLowerCase(Locale.ROOT);
        return known.hosts().map(hosts -> hosts.contains(host)).orElse(true);
    }

    /** At once: the login would send the browser on, and back to that host. */
    private static void refuseHost(RoutingContext exchange) {
        Locale language = Language.ID.locale();
        exchange.response()
                .setStatusCode(MISDIRECTED)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", "urn:sigap:problem:unknown-host")
                        .put("title", Texts.text(language, "unknown-host.title"))
                        .put("status", MISDIRECTED)
                        .put("detail", Texts.text(language, "unknown-host.detail"))
                        .toBuffer());
    }

    /** Quarkus would answer without a word. The body is not read, so the connection is of no use afterwards. */
    private Optional<Refusal> tooLarge(RoutingContext exchange) {
        MultiMap headers = exchange.request().headers();
        String length = headers.get(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= largestBody) {
            return Optional.empty();
        }
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        exchange.response().putHeader("Connection", "close");
        exchange.addEndHandler(_ -> exchange.request().connection().close());
        return Optional.of(new Refusal(413, "too-large"));
    }
}
