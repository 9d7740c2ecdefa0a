package id.sigap.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * One operation of an OpenAPI document.
 *
 * @param path as a template: {@code /api/v1/tickets/{ticket}}
 * @param roles whose tokens open it, as the document declares; empty if it needs none
 * @param contentType of what it takes; JSON if it takes nothing
 * @param body schema of its JSON body, references resolved; empty without one
 */
public record Operation(
        String method,
        String path,
        List<String> roles,
        List<Parameter> parameters,
        String contentType,
        Optional<JsonNode> body) {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    /** @param place {@code path}, {@code query}, {@code header}, {@code cookie} or {@code form} */
    public record Parameter(String name, String place) {}

    /** Of a page, which no document lists. */
    public static Operation page(String method, String path, String... query) {
        return new Operation(
                method,
                path,
                List.of(),
                List.of(query).stream()
                        .map(name -> new Parameter(name, "query"))
                        .toList(),
                JSON,
                Optional.empty());
    }

    /** Of a page's form. */
    public static Operation form(String path, String... fields) {
        return new Operation(
                "POST",
                path,
                List.of(),
                List.of(fields).stream()
                        .map(name -> new Parameter(name, "form"))
                        .toList(),
                FORM,
                Optional.empty());
    }

    boolean isPage() {
        return !path.startsWith("/api/");
    }

    /** {@code GET /api/v1/tickets/{}}: whatever the variables are called. */
    public String name() {
        return method + " " + path.replaceAll("\\{.*?}", "{}");
    }
}
