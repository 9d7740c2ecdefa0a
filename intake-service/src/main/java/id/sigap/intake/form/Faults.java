package id.sigap.intake.form;

import id.sigap.service.Language;
import id.sigap.service.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What is wrong in a form, as its page says it: a sentence for each field, in the form's order. */
public record Faults(Map<String, String> texts) {

    public static final Faults NONE = new Faults(Map.of());

    /** What a refusal says about these fields; everything if none is named. */
    public static Faults of(Refusal refusal, Language language, Set<String> fields) {
        var texts = new LinkedHashMap<String, String>();
        refusal.errors().stream()
                .filter(error -> fields.isEmpty() || fields.contains(error.field()))
                .forEach(error -> texts.putIfAbsent(error.field(), error.in(language)));
        return new Faults(texts);
    }

    public static Faults of(Refusal refusal, Language language) {
        return of(refusal, language, Set.of());
    }

    /** Of one field; null if it is in order. */
    public String of(String field) {
        return texts.get(field);
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }
}
