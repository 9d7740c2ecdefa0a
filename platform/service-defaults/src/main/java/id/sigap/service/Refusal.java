package id.sigap.service;

import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request that is not carried out, and why: becomes a problem+json (RFC 9457) whose title and detail stand in the
 * {@code problems_<language>.properties} under {@code <code>.title} and {@code <code>.detail}.
 */
public class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final Object[] arguments;
    private final List<FieldError> errors;
    private final Map<String, Object> extensions;

    /**
     * @param code machine-readable, kebab-case; the type becomes {@code urn:sigap:problem:<code>}
     * @param arguments for the text's {0}, {1} …; never personal data
     */
    public Refusal(Status status, String code, Object... arguments) {
        this(status.getStatusCode(), code, arguments);
    }

    public Refusal(int status, String code, Object... arguments) {
        this(status, code, List.of(), Map.of(), arguments);
    }

    protected Refusal(
            int status, String code, List<FieldError> errors, Map<String, Object> extensions, Object... arguments) {
        super(code);
        this.status = status;
        this.code = code;
        this.errors = errors;
        this.extensions = extensions;
        this.arguments = arguments;
    }

    /** 404. @param thing what was looked for: {@code report}, {@code ticket} …; its name stands in the texts as {@code thing.<thing>} */
    public static Refusal notFound(String thing) {
        return new Refusal(Status.NOT_FOUND, "not-found", new TextKey("thing." + thing));
    }

    /** 400 for one field. @param code of the text {@code <code>.detail} that stands beside the field */
    public static Refusal field(String field, String code, Object... arguments) {
        return fields(List.of(new FieldError(field, code, arguments)));
    }

    /** 400 for several fields, all named at once. */
    public static Refusal fields(List<FieldError> errors) {
        return new Refusal(400, "invalid-input", errors, Map.of());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** What to do about it, as a page says it. */
    public String detail(Language language) {
        return Texts.first(language.locale(), List.of(code + ".page.detail", code + ".detail"), arguments);
    }

    /** The same beside a field of a page, where it is about no field of its own. */
    public FieldError at(String field) {
        return new FieldError(field, code, arguments);
    }

    /** When it is worth trying again; empty if waiting changes nothing. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    Object[] arguments() {
        return arguments;
    }

    /** What is wrong with which field; empty if it is about something else. */
    public List<FieldError> errors() {
        return errors;
    }

    Map<String, Object> extensions() {
        return extensions;
    }

    /** One field and what is wrong with it, before it has a language. */
    public record FieldError(String field, String code, Object... arguments) {

        /** The sentence that stands beside the field; it may have one of its own: {@code <code>.<field>.detail}. */
        public String in(Language language) {
            return Texts.first(language.locale(), List.of(code + "." + field + ".detail", code + ".detail"), arguments);
        }

        /** As a page says it, to somebody who never heard of headers: {@code <code>.page.detail} where the API's sentence wouldn't do. */
        public String onPage(Language language) {
            return Texts.first(
                    language.locale(),
                    List.of(code + "." + field + ".detail", code + ".page.detail", code + ".detail"),
                    arguments);
        }
    }

    /** An argument that is itself a text in the reader's language. */
    public record TextKey(String key) {}
}
