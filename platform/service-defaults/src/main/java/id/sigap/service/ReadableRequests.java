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
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.MediaTypeHelper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * What can't be read of a request is its sender's fault and is called that, before anything trips over it. Found where the request comes in,
 * said where refusals get their words.
 */
@ApplicationScoped
public class ReadableRequests {

    /** In place of a type that can't be read, or isn't said of a body: nobody takes it, nobody makes it. */
    public static final MediaType UNREADABLE_TYPE = new MediaType("application", "x-unreadable");

    private static final String UNREADABLE = UNREADABLE_TYPE.toString();

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
        if (!headers.contains(HttpHeaders.CONTENT_TYPE) && hasBody(headers)) {
            // the framework would let it through to whoever reads it as what it isn't
            headers.set(HttpHeaders.CONTENT_TYPE, UNREADABLE);
        }
        replace(headers, HttpHeaders.CONTENT_TYPE, ReadableRequests::readType, UNREADABLE);
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

    private static boolean hasBody(MultiMap headers) {
        return headers.contains("Transfer-Encoding")
                || !headers.getAll(HttpHeaders.CONTENT_LENGTH).stream().allMatch("0"::equals);
    }

    /** Its charset, too, and as the reader of forms finds it: it looks only once it needs one. */
    private static void readType(String header) {
        String charset = MediaType.valueOf(header).getParameters().get(MediaType.CHARSET_PARAMETER);
        String ofForms = HeaderUtil.extractQuotedValueFromHeader(header, MediaType.CHARSET_PARAMETER);
        Stream.of(charset, ofForms).filter(Objects::nonNull).forEach(Charset::forName);
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

    /** Quarkus would answer without a word. */
    private Optional<Refusal> tooLarge(RoutingContext exchange) {
        if (BodyLimits.announced(exchange.request()).orElse(0) <= largestBody) {
            return Optional.empty();
        }
        exchange.request().headers().remove(HttpHeaders.CONTENT_LENGTH);
        exchange.response().putHeader("Connection", "close");
        return Optional.of(BodyTooLarge.refusal());
    }
}
