package id.sigap.intake.form;

import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it was typed.
 *
 * @param fields what stands in it, by name
 * @param errors what was found wrong with it
 * @param until when it is worth trying again, if enough was asked for; then what was found is no longer true. Absent otherwise
 */
public record KeptForm(Map<String, String> fields, List<FieldError> errors, Optional<Instant> until) {

    public static final KeptForm EMPTY = new KeptForm(Map.of(), List.of());

    public KeptForm {
        var said = new LinkedHashMap<>(fields);
        said.values().removeIf(value -> value == null || value.isEmpty());
        fields = said;
    }

    public KeptForm(Map<String, String> fields, List<FieldError> errors) {
        this(fields, errors, Optional.empty());
    }

    public static KeptForm of(Map<String, String> fields) {
        return new KeptForm(fields, List.of());
    }

    /** @param field the one beside which a refusal stands that names none */
    public KeptForm refused(Refusal refusal, String field, Instant now) {
        return new KeptForm(
                fields,
                refusal.errors().isEmpty() ? List.of(refusal.at(field)) : refusal.errors(),
                refusal.retryAfter().map(now::plus));
    }

    /** As it is to be shown now: nobody is told to wait who has waited. */
    KeptForm at(Instant now) {
        return until.filter(again -> !again.isAfter(now)).isPresent() ? of(fields) : this;
    }

    /** What stands in a field; empty if nothing does. */
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }
}
