package id.sigap.service;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
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
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "RFC 9457 problem details")
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        List<Field> errors,
        @JsonAnyGetter @Schema(hidden = true) Map<String, Object> extensions) {

    /** Its media type. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** A field, as a path such as {@code evidence[0].id}, and what is wrong with it. */
    public record Field(String field, String message) {}
}
