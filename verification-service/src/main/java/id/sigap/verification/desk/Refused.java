package id.sigap.verification.desk;

import id.sigap.service.Language;
import id.sigap.service.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why something could not be done, as the page says it.
 *
 * @param why a sentence; empty if it is about fields
 * @param faults a sentence for each field
 */
public record Refused(String why, Map<String, String> faults) {

    static final Refused NOTHING = new Refused("", Map.of());

    static Refused of(Refusal refusal, Language language) {
        var faults = new LinkedHashMap<String, String>();
        refusal.errors().forEach(error -> faults.putIfAbsent(error.field(), error.onPage(language)));
        String why = faults.isEmpty() ? refusal.detail(language) : "";
        return new Refused(why.isEmpty() ? "" : Character.toUpperCase(why.charAt(0)) + why.substring(1), faults);
    }

    /** What a page has to say in its title and over its forms: each fault, or that one sentence. */
    public Map<String, String> all() {
        return why.isEmpty() ? faults : Map.of("refused", why);
    }

    /** Of one field; null if it is in order. */
    public String of(String field) {
        return faults.get(field);
    }
}
