package id.sigap.service;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * RFC 9457 problem details.
 *
 * @param type {@code urn:sigap:problem:<code>}
 * @param title what is wrong, in the reader's language
 * @param status the HTTP status
 * @param detail what to do about it
 * @param errors the fields at fault, all of them
 * @param extensions further members, such as the {@code state} of an illegal move
 * @param arguments of the text, for whoever says it in other words
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Field> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions,
        @JsonIgnore @Schema(hidden = true) List<Object> arguments) {

    /** What every type begins with. */
    static final String TYPES = "urn:sigap:problem:";

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The title for a person at a page: {@code <code>.page.title} where the API's wouldn't do. */
    public String titleOnPage(Language language) {
        return Texts.first(language.locale(), List.of(code() + ".page.title", code() + ".title"));
    }

    /** What to do about it, for a person at a page: {@code <code>.page.detail} where the API's sentence wouldn't do. */
    public String detailOnPage(Language language) {
        return Texts.first(
                language.locale(), List.of(code() + ".page.detail", code() + ".detail"), arguments.toArray());
    }

    private String code() {
        return type.substring(TYPES.length());
    }

    /** A field, as a path such as {@code evidence[0].id}, and what is wrong with it. */
    public record Field(String field, String message) {}
}
