package id.sigap.testing.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One operation of an OpenAPI document.
 *
 * @param path as a template: {@code /api/v1/tickets/{ticket}}
 * @param roles whose tokens open it, as the document declares; empty if it needs none
 * @param contentType of what it takes; JSON if it takes nothing
 * @param body schema of its JSON body, references resolved; empty without one
 * @param browser what a browser sends to this page in place of what it sends to all others; empty for that
 */
public record Operation(
        String method,
        String path,
        List<String> roles,
        List<Parameter> parameters,
        String contentType,
        Optional<JsonNode> body,
        List<String> browser) {

    static final String FORM = "application/x-www-form-urlencoded";
    static final String FILE = "multipart/form-data; boundary=x";
    static final String JSON = "application/json";

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    public Operation(
            String method,
            String path,
            List<String> roles,
            List<Parameter> parameters,
            String contentType,
            Optional<JsonNode> body) {
        this(method, path, roles, parameters, contentType, body, List.of());
    }

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

    /** Of a page, which no document lists. @param path variables and all: {@code /report/{step}} */
    public static Operation page(String method, String path, String... query) {
        Stream<Parameter> parameters = Stream.of(query).map(name -> new Parameter(name, "query"));
        return undocumented(method, path, parameters, JSON);
    }

    /** Of a page's form. @param fields by name, with what they hold while another is spoilt: {@code from=STORY} */
    public static Operation form(String path, String... fields) {
        Stream<Parameter> parameters = Stream.of(fields)
                .map(field -> field.split("=", 2))
                .map(field -> new Parameter(field[0], "form", field.length > 1 ? field[1] : ""));
        return undocumented("POST", path, parameters, FORM);
    }

    /** Of a page's form with a file. */
    public static Operation fileForm(String path) {
        return undocumented("POST", path, Stream.of(), FILE);
    }

    private static Operation undocumented(String method, String path, Stream<Parameter> parameters, String type) {
        Stream<Parameter> variables =
                VARIABLE.matcher(path).results().map(variable -> new Parameter(variable.group(1), "path"));
        return new Operation(
                method, path, List.of(), Stream.concat(variables, parameters).toList(), type, Optional.empty());
    }

    /** The same in another browser. @param headers what that sends, whole lines */
    public Operation by(List<String> headers) {
        return new Operation(method, path, roles, parameters, contentType, body, headers);
    }

    boolean isPage() {
        return !path.startsWith("/api/");
    }

    /** {@code GET /api/v1/tickets/{}}: whatever the variables are called. */
    public String name() {
        return method + " " + path.replaceAll("\\{.*?}", "{}");
    }
}
