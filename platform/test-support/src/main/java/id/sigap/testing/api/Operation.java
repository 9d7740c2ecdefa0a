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

    /**
     * One parameter of it.
     *
     * @param place {@code path}, {@code query}, {@code header}, {@code cookie} or {@code form}
     * @param usual what a form's field holds while another is spoilt; empty for nothing
     */
    public record Parameter(String name, String place, String usual) {

        Parameter(String name, String place) {
            this(name, place, "");
        }
    }

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

    /** Of a page's form. @param fields by name, with what they hold while another is spoilt: {@code from=STORY} */
    public static Operation form(String path, String... fields) {
        return new Operation(
                "POST",
                path,
                List.of(),
                List.of(fields).stream()
                        .map(field -> field.split("=", 2))
                        .map(field -> new Parameter(field[0], "form", field.length > 1 ? field[1] : ""))
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
