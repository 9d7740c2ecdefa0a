package id.sigap.intake.form;

import id.sigap.service.Language;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is wrong in a form, as its page says it: a sentence for each field, in the form's order. */
public record Faults(Map<String, String> texts) {

    public static final Faults NONE = new Faults(Map.of());

    /** What a refusal says about these fields; everything if none is named. */
    public static Faults of(Refusal refusal, Language language, Set<String> fields) {
        return of(refusal.errors(), language, fields);
    }

    /** Of these fields; of all if none is named. The first thing that is wrong with a field is told. */
    public static Faults of(List<FieldError> errors, Language language, Set<String> fields) {
        var texts = new LinkedHashMap<String, String>();
        errors.stream()
                .filter(error -> fields.isEmpty() || fields.contains(error.field()))
                .forEach(error -> texts.putIfAbsent(error.field(), error.onPage(language)));
        return new Faults(texts);
    }

    public static Faults of(Refusal refusal, Language language) {
        return of(refusal, language, Set.of());
    }

    /** One fault, of one field. */
    public static Faults in(String field, String text) {
        return new Faults(Map.of(field, text));
    }

    /** Of one field; null if it is in order. */
    public String of(String field) {
        return texts.get(field);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
