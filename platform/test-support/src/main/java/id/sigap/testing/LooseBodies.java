package id.sigap.testing;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.testing.api.RawHttp;
import id.sigap.testing.api.RawHttp.Answer;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** JSON that could be read in two ways, for every body that a service's OpenAPI document names: each is to be refused. */
public final class LooseBodies {

    private static final Set<String> METHODS = Set.of("post", "put", "patch");
    private static final Set<Integer> NOT_OURS = Set.of(401, 403);
    private static final int AT_ONCE = 4;

    private final RawHttp server;
    private final JsonNode api;
    private final Map<String, String> words;

    private LooseBodies(RawHttp server, JsonNode api, Map<String, String> words) {
        this.server = server;
        this.api = api;
        this.words = words;
    }

    /** Of the service at that address. @param words what fields are well filled with, where the document doesn't say it: texts by name */
    public static LooseBodies of(URL service, Map<String, String> words) {
        URI home = URI.create(service.toString());
        return new LooseBodies(
                RawHttp.at(home.getPort()),
                LocalHttp.json(HttpRequest.newBuilder(home.resolve("/openapi?format=json"))
                        .timeout(LocalHttp.PATIENCE)
                        .build()),
                words);
    }

    /** @param path with its parameters filled in */
    private record Operation(String method, String path, JsonNode schema) {}

    /** How many operations take a body. */
    public int operations() {
        return (int) all().count();
    }

    /**
     * Sends every one.
     *
     * @param tokens of the roles; each operation is asked with the first that it admits
     * @return those that were not answered with 400, with what they were answered
     */
    public List<String> accepted(List<String> tokens) {
        var accepted = new ConcurrentLinkedQueue<String>();
        try (var senders = Executors.newFixedThreadPool(AT_ONCE)) {
            all().forEach(operation -> bodies(operation.schema())
                    .forEach(body -> senders.execute(
                            () -> acceptance(operation, body, tokens).ifPresent(accepted::add))));
        }
        return List.copyOf(accepted);
    }

    /**
     * Sends every body as it should be: were one refused as well, none of its loose forms could fail.
     *
     * @return those that were answered with 400, with what they were answered
     */
    public List<String> refusedThoughComplete(List<String> tokens) {
        return all().flatMap(operation -> {
                    String body = body(completeFields(operation.schema()));
                    Answer answer = answer(operation, body, tokens);
                    return answer.status() == 400 ? Stream.of(told(operation, body, answer)) : Stream.empty();
                })
                .toList();
    }

    private Optional<String> acceptance(Operation operation, String body, List<String> tokens) {
        Answer answer = answer(operation, body, tokens);
        String type = answer.header("Content-Type").orElse("");
        return answer.status() == 400 && type.startsWith("application/problem+json")
                ? Optional.empty()
                : Optional.of(told(operation, body, answer));
    }

    private static String told(Operation operation, String body, Answer answer) {
        return "%s %s %s: %d %s"
                .formatted(
                        operation.method(),
                        operation.path(),
                        body,
                        answer.status(),
                        new String(answer.body(), StandardCharsets.UTF_8));
    }

    private Stream<Operation> all() {
        return api.path("paths").propertyStream().flatMap(path -> path.getValue()
                .propertyStream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .filter(operation ->
                        operation.getValue().at("/requestBody/content").has("application/json"))
                .map(operation -> new Operation(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().replaceAll("\\{[^}]*}", UUID.randomUUID().toString()),
                        schema(operation.getValue().at("/requestBody/content/application~1json/schema")))));
    }

    /** Follows references, and looks through what may be null. */
    private JsonNode schema(JsonNode schema) {
        if (schema.has("$ref")) {
            return schema(api.at(schema.get("$ref").asText().substring(1)));
        }
        for (String several : List.of("anyOf", "allOf", "oneOf")) {
            for (JsonNode one : schema.path(several)) {
                if (!one.path("type").asText().equals("null")) {
                    return schema(one);
                }
            }
        }
        return schema;
    }

    /** Each in good order but for one thing: nothing else can be what it is refused for. */
    private Stream<String> bodies(JsonNode schema) {
        Map<String, String> complete = completeFields(schema);
        Stream<String> ofFields = schema.path("properties").propertyStream().flatMap(field -> looseValues(
                        schema(field.getValue()))
                .map(value -> body(with(complete, field.getKey(), value))));
        Stream<String> twice = schema.path("properties").propertyStream().map(field -> {
            String value = complete.getOrDefault(field.getKey(), "null");
            return body(with(complete, field.getKey(), "%s,\"%s\":%s".formatted(value, field.getKey(), value)));
        });
        String whole = body(complete);
        String other = complete.isEmpty() ? "" : ",";
        Stream<String> others = Stream.of(
                "\"\"",
                "1",
                "[]",
                whole + " {}",
                whole + "]",
                body(with(complete, "thereIsNoSuchField", "1")),
                whole.replaceFirst("}$", other + "'aField':1}"),
                whole.replaceFirst("}$", other + "\"aField\":NaN}"));
        return Stream.of(ofFields, twice, others).flatMap(bodies -> bodies);
    }

    private Map<String, String> completeFields(JsonNode schema) {
        var fields = new LinkedHashMap<String, String>();
        schema.path("required")
                .valueStream()
                .map(JsonNode::asText)
                .forEach(name -> fields.put(
                        name,
                        words.containsKey(name)
                                ? '"' + words.get(name) + '"'
                                : goodValue(schema(schema.path("properties").path(name)))));
        return fields;
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    private static String body(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "\"%s\":%s".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** As the document describes it: an example it gives, or else what its type, format and limits allow. */
    private String goodValue(JsonNode schema) {
        for (String said : List.of("/examples/0", "/example", "/enum/0")) {
            if (!schema.at(said).isMissingNode()) {
                return schema.at(said).toString();
            }
        }
        return switch (type(schema)) {
            case "string" -> '"' + goodText(schema) + '"';
            case "integer", "number" -> schema.path("minimum").asText("1");
            case "boolean" -> "true";
            case "array" -> "[%s]".formatted(goodValue(schema(schema.path("items"))));
            default -> body(completeFields(schema));
        };
    }

    private static String goodText(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "date-time" -> Instant.now().minus(Duration.ofHours(1)).toString();
            case "uuid" -> UUID.randomUUID().toString();
            case "email" -> "rina@example.id";
            default -> "x".repeat(Math.max(1, schema.path("minLength").asInt()));
        };
    }

    private Stream<String> looseValues(JsonNode schema) {
        return switch (type(schema)) {
            case "string" ->
                schema.has("enum") || schema.has("format")
                        ? Stream.of("0", "1796028646", "1.5", "true", "\"\"", "\"0\"", "{}", "[]")
                        : Stream.of("0", "811", "1.5", "true", "{}", "[]");
            case "integer" -> Stream.of("\"1\"", "1.0", "1.5", "true", "\"\"", "{}", "[]");
            case "boolean" -> Stream.of("\"true\"", "1", "0", "\"\"", "{}", "[]");
            case "array" ->
                Stream.concat(
                        Stream.of("\"\"", "{}", "1"),
                        looseValues(schema(schema.path("items"))).map("[%s]"::formatted));
            default -> Stream.of("\"\"", "1");
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asText)
                        .filter(one -> !one.equals("null"))
                        .findFirst()
                        .orElse("")
                : type.asText();
    }

    private Answer answer(Operation operation, String body, List<String> tokens) {
        Answer answer = null;
        for (String token : tokens) {
            answer = server.send(
                    operation.method(),
                    operation.path(),
                    List.of(
                            "Authorization: Bearer " + token,
                            "Content-Type: application/json",
                            "Idempotency-Key: " + UUID.randomUUID()),
                    body.getBytes(StandardCharsets.UTF_8));
            if (!NOT_OURS.contains(answer.status())) {
                return answer;
            }
        }
        return answer;
    }
}
