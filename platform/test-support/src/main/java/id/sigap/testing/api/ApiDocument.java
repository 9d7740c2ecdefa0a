package id.sigap.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.sigap.testing.api.Operation.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a running service says of itself at {@code /openapi}. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head");
    /** Schemas may contain themselves. */
    private static final int DEPTH = 6;

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    public static ApiDocument of(int port) {
        try {
            return new ApiDocument(JSON.readTree(RawHttp.at(port)
                    .get("/openapi", List.of("Accept: application/json"))
                    .body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> METHODS.contains(method.getKey()))
                .forEach(method ->
                        operations.add(operation(method.getKey(), path.getKey(), path.getValue(), method.getValue()))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode ofPath, JsonNode operation) {
        var parameters = new ArrayList<Parameter>();
        for (JsonNode source : List.of(ofPath, operation)) {
            source.path("parameters")
                    .forEach(parameter -> parameters.add(new Parameter(
                            parameter.path("name").asText(),
                            parameter.path("in").asText())));
        }
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                roles(operation),
                parameters,
                contentType(operation),
                body(operation));
    }

    private static List<String> roles(JsonNode operation) {
        var roles = new ArrayList<String>();
        operation
                .path("security")
                .forEach(scheme -> scheme.forEach(scopes -> scopes.forEach(role -> roles.add(role.asText()))));
        return roles;
    }

    private static String contentType(JsonNode operation) {
        return operation.path("requestBody").path("content").properties().stream()
                .map(Map.Entry::getKey)
                .findFirst()
                .filter(type -> !type.contains("*"))
                .orElse(Operation.JSON);
    }

    private Optional<JsonNode> body(JsonNode operation) {
        JsonNode schema = operation
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        return schema instanceof MissingNode ? Optional.empty() : Optional.of(resolved(schema, DEPTH));
    }

    private JsonNode resolved(JsonNode schema, int depth) {
        JsonNode target =
                schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema;
        if (depth == 0 || !target.isContainerNode()) {
            return target;
        }
        JsonNode copy = target.deepCopy();
        if (copy instanceof ObjectNode object) {
            List.copyOf(object.properties())
                    .forEach(entry -> object.set(entry.getKey(), resolved(entry.getValue(), depth - 1)));
        }
        return copy;
    }
}
