package id.sigap.intake.form;

import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form as it was typed.
 *
 * @param fields what stands in it, by name
 * @param errors what was found wrong with it
 */
public record KeptForm(Map<String, String> fields, List<FieldError> errors) {

    public static final KeptForm EMPTY = new KeptForm(Map.of(), List.of());

    public KeptForm {
        var said = new LinkedHashMap<>(fields);
        said.values().removeIf(value -> value == null || value.isEmpty());
        fields = said;
    }

    public static KeptForm of(Map<String, String> fields) {
        return new KeptForm(fields, List.of());
    }

    /** @param field the one beside which a refusal stands that names none */
    public KeptForm refused(Refusal refusal, String field) {
        return new KeptForm(fields, refusal.errors().isEmpty() ? List.of(refusal.at(field)) : refusal.errors());
    }

    /** What stands in a field; empty if nothing does. */
    public String of(String field) {
        return fields.getOrDefault(field, "");
    }
}
