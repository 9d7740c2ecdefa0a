package id.sigap.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every operation × every parameter, header and property of its body × hostile values, one spoilt thing in a request that is good otherwise and
 * comes from somebody who may. Whatever a service answers, it is no fault of its own.
 */
public final class HostileRequests {

    private static final String UNKNOWN = "01890000-0000-7000-8000-000000000000";
    private static final String JSON = "Content-Type: application/json";
    private static final byte[] FILE = """
            --x\r
            Content-Disposition: form-data; name="file"; filename="a.png"\r
            \r
            a\r
            --x--\r
            """.getBytes(StandardCharsets.US_ASCII);
    /** For what takes none. */
    private static final byte[] SOME_BODY = "name=%41".getBytes(StandardCharsets.US_ASCII);

    private static final Set<String> BODILESS = Set.of("GET", "HEAD");

    private final AccessTable table;
    private final Map<String, String> known;
    private final List<String> pageHeaders;

    /**
     * @param known good values: of properties and headers by name, of variables of the path by {@code {name}}; properties' as JSON
     * @param pageHeaders what a browser that may see the pages sends
     */
    public HostileRequests(AccessTable table, Map<String, String> known, List<String> pageHeaders) {
        this.table = table;
        this.known = known;
        this.pageHeaders = pageHeaders;
    }

    /** @param spoilt what is wrong with it */
    public record Hostile(String spoilt, String method, String target, List<String> headers, byte[] body) {

        public RawHttp.Answer sendTo(RawHttp server) {
            return server.send(method, target, headers, body);
        }

        @Override
        public String toString() {
            return spoilt.length() > 300 ? spoilt.substring(0, 300) + "…" : spoilt;
        }
    }

    /** All there are, or as many of them as asked, drawn by the seed; after those about a body's type, which are few. */
    public List<Hostile> drawn(List<Operation> operations, long seed, int atMost) {
        var all = new ArrayList<>(operations.stream().flatMap(this::of).toList());
        Collections.shuffle(all, new Random(seed));
        return Stream.concat(
                        operations.stream().flatMap(this::types), all.stream().limit(atMost))
                .toList();
    }

    private Stream<Hostile> of(Operation operation) {
        return Stream.of(parameters(operation), headers(operation), bodies(operation), properties(operation))
                .flatMap(hostile -> hostile);
    }

    private Stream<Hostile> parameters(Operation operation) {
        return operation.parameters().stream().flatMap(parameter -> switch (parameter.place()) {
            case "path" ->
                encoded()
                        .map(value -> request(
                                operation, parameter.name(), path(operation, parameter.name(), value), List.of()));
            case "query" ->
                encoded()
                        .map(value -> request(
                                operation,
                                parameter.name(),
                                path(operation) + "?" + parameter.name() + "=" + value,
                                List.of()));
            case "header" ->
                HostileValues.TEXTS.stream()
                        .filter(value -> value.indexOf('\n') < 0)
                        .map(value -> request(
                                operation,
                                parameter.name(),
                                path(operation),
                                List.of(parameter.name() + ": " + value)));
            case "form" ->
                encoded().map(value -> {
                    byte[] body = form(operation, parameter.name(), value).getBytes(StandardCharsets.US_ASCII);
                    return hostile(
                            operation, text(body), path(operation), List.of("Content-Type: " + Operation.FORM), body);
                });
            default -> Stream.empty();
        });
    }

    /** A form in which one field is spoilt. */
    private static String form(Operation operation, String spoilt, String value) {
        return operation.parameters().stream()
                .filter(field -> field.place().equals("form"))
                .filter(field -> field.name().equals(spoilt) || !field.usual().isEmpty())
                .map(field -> field.name() + "="
                        + (field.name().equals(spoilt)
                                ? value
                                : URLEncoder.encode(field.usual(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&"));
    }

    private Stream<Hostile> headers(Operation operation) {
        return HostileValues.HEADERS.stream()
                .map(header -> request(operation, header, path(operation), List.of(header)));
    }

    /** A body that doesn't say what it is, or in which letters. */
    private Stream<Hostile> types(Operation operation) {
        if (BODILESS.contains(operation.method())) {
            return Stream.empty();
        }
        byte[] usual = usual(operation);
        byte[] some = usual.length == 0 ? SOME_BODY : usual;
        Stream<Hostile> untyped = Stream.of(new byte[0], some)
                .map(body -> hostile(operation, "no type: " + text(body), path(operation), List.of(), body));
        Stream<Hostile> odd = HostileValues.CHARSETS.stream()
                .map(charset -> "Content-Type: " + operation.contentType() + "; charset=" + charset)
                .map(type -> hostile(operation, type, path(operation), List.of(type), some));
        return Stream.concat(untyped, odd);
    }

    private Stream<Hostile> bodies(Operation operation) {
        return operation.body().isEmpty()
                ? Stream.empty()
                : HostileValues.BODIES.stream()
                        .map(body -> hostile(operation, text(body), path(operation), List.of(JSON), body));
    }

    private Stream<Hostile> properties(Operation operation) {
        return operation.body().stream().flatMap(schema -> schema.path("properties").properties().stream()
                .flatMap(property -> HostileValues.json().map(value -> {
                    byte[] body = body(schema, property.getKey(), value).getBytes(StandardCharsets.UTF_8);
                    return hostile(operation, text(body), path(operation), List.of(JSON), body);
                })));
    }

    private Hostile request(Operation operation, String what, String target, List<String> headers) {
        byte[] body = usual(operation);
        boolean typed = headers.stream().anyMatch(header -> header.startsWith("Content-Type:"));
        List<String> all = body.length == 0 || typed
                ? headers
                : Stream.concat(headers.stream(), Stream.of("Content-Type: " + operation.contentType()))
                        .toList();
        return hostile(operation, what, target, all, body);
    }

    /** A body in which nothing is spoilt; empty where it takes none. */
    private byte[] usual(Operation operation) {
        return switch (operation.contentType()) {
            case Operation.FORM -> form(operation, "", "").getBytes(StandardCharsets.US_ASCII);
            case Operation.FILE -> FILE;
            default ->
                operation
                        .body()
                        .map(schema -> body(schema, "", "").getBytes(StandardCharsets.UTF_8))
                        .orElse(new byte[0]);
        };
    }

    private Hostile hostile(Operation operation, String what, String target, List<String> headers, byte[] body) {
        var all = new ArrayList<>(headers);
        if (headers.stream().noneMatch(header -> header.startsWith("Authorization:"))) {
            all.addAll(table.keyTo(operation));
        }
        if (operation.isPage()) {
            all.addAll(operation.browser().isEmpty() ? pageHeaders : operation.browser());
        }
        for (String usual : List.of("Idempotency-Key", "Sigap-Receipt")) {
            if (known.containsKey(usual) && headers.stream().noneMatch(header -> header.startsWith(usual))) {
                all.add(usual + ": " + known.get(usual));
            }
        }
        String spoilt = "%s %s · %s".formatted(operation.method(), target, what);
        return new Hostile(spoilt, operation.method(), target, all, body);
    }

    private String path(Operation operation) {
        return path(operation, "", "");
    }

    private String path(Operation operation, String spoilt, String value) {
        String path = operation.path();
        for (Operation.Parameter parameter : operation.parameters()) {
            if (parameter.place().equals("path")) {
                String name = parameter.name();
                path = path.replaceFirst(
                        "\\{" + name + "(:[^}]*)?}",
                        Matcher.quoteReplacement(
                                name.equals(spoilt) ? value : known.getOrDefault("{" + name + "}", UNKNOWN)));
            }
        }
        return path;
    }

    /** A body of that form in which one property is spoilt. */
    private String body(JsonNode schema, String spoilt, String value) {
        return schema.path("properties").properties().stream()
                .map(property -> "\"%s\":%s"
                        .formatted(
                                property.getKey(),
                                property.getKey().equals(spoilt)
                                        ? value
                                        : known.getOrDefault(property.getKey(), example(property.getValue()))))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String example(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0).toString();
        }
        String type = schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
        return switch (type) {
            case "boolean" -> "false";
            case "integer", "number" -> "1";
            case "array" -> "[" + example(schema.path("items")) + "]";
            case "object" -> body(schema, "", "");
            default ->
                switch (schema.path("format").asText()) {
                    case "date-time" -> "\"2026-01-01T00:00:00Z\"";
                    case "uuid" -> "\"" + UNKNOWN + "\"";
                    default -> "\"teks\"";
                };
        };
    }

    private static Stream<String> encoded() {
        return Stream.concat(
                HostileValues.TEXTS.stream().map(value -> URLEncoder.encode(value, StandardCharsets.UTF_8)),
                HostileValues.ENCODED.stream());
    }

    private static String text(byte[] body) {
        return new String(body, 0, Math.min(body.length, 200), StandardCharsets.UTF_8);
    }
}
