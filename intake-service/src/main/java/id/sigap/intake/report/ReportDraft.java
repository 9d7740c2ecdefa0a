package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.form.FormKey;
import id.sigap.service.Language;
import id.sigap.service.Refusal.FieldError;
import id.sigap.text.TypedText;
import jakarta.ws.rs.FormParam;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed on the form so far. Each page carries all of it along, so that nothing is kept here before the report is sent, and nothing
 * ends while somebody writes.
 *
 * @param occurredAt the day
 * @param occurredTime the time of that day, if they remember it
 * @param zone in which they say it
 * @param key makes the report one, however often it is sent
 * @param proof of work, where the browser could do it
 */
public record ReportDraft(
        @FormParam("name") String name,
        @FormParam("email") String email,
        @FormParam("mobile") String mobile,
        @FormParam("kind") String kind,
        @FormParam("suspectNumber") String suspectNumber,
        @FormParam("channel") String channel,
        @FormParam("category") String category,
        @FormParam("occurredAt") String occurredAt,
        @FormParam("occurredTime") String occurredTime,
        @FormParam("zone") String zone,
        @FormParam("moneyLost") String moneyLost,
        @FormParam("narrative") String narrative,
        @FormParam("key") String key,
        @FormParam("proof") String proof) {

    /** What a question isn't asked for. */
    private static final List<String> OF_COMPLAINT =
            List.of("channel", "category", "occurredAt", "occurredTime", "zone", "moneyLost");

    static ReportDraft empty() {
        return of(Map.of());
    }

    /** As {@link #all} says it. */
    static ReportDraft of(Map<String, String> fields) {
        return new ReportDraft(
                fields.get("name"),
                fields.get("email"),
                fields.get("mobile"),
                fields.getOrDefault("kind", ReportKind.COMPLAINT.name()),
                fields.get("suspectNumber"),
                fields.get("channel"),
                fields.get("category"),
                fields.get("occurredAt"),
                fields.get("occurredTime"),
                fields.getOrDefault("zone", TypedMoment.DEFAULT_ZONE),
                fields.get("moneyLost"),
                fields.get("narrative"),
                fields.getOrDefault("key", FormKey.fresh()),
                null);
    }

    /** The same, with a key of its own if it came with none of ours. */
    ReportDraft withKey() {
        if (FormKey.isOne(key)) {
            return this;
        }
        Map<String, String> fields = all();
        fields.remove("key");
        return of(fields);
    }

    /** What was typed on the other pages, by field. @param page a {@link FormStep}'s name */
    public Map<String, String> carriedOn(String page) {
        var carried = all();
        FormStep.valueOf(page).fields().forEach(carried::remove);
        return carried;
    }

    /** What was typed, by field. */
    Map<String, String> all() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("name", name);
        fields.put("email", email);
        fields.put("mobile", mobile);
        fields.put("kind", kind);
        fields.put("suspectNumber", suspectNumber);
        fields.put("channel", channel);
        fields.put("category", category);
        fields.put("occurredAt", occurredAt);
        fields.put("occurredTime", occurredTime);
        fields.put("zone", zone);
        fields.put("moneyLost", moneyLost);
        fields.put("narrative", narrative);
        fields.put("key", key);
        fields.values().removeIf(value -> value == null || value.isEmpty());
        return fields;
    }

    /** What is answered to what is asked for, by field, blanks around it apart; empty where nothing is. */
    Map<String, String> answers() {
        var typed = all();
        var answers = new LinkedHashMap<String, String>();
        for (FormStep step = FormStep.YOU; step.isBefore(FormStep.CHECK); step = step.next()) {
            step.fields()
                    .forEach(field ->
                            answers.put(field, typed.getOrDefault(field, "").strip()));
        }
        if (isQuestion()) {
            answers.keySet().removeAll(OF_COMPLAINT);
        }
        return answers;
    }

    /** As the API takes it. What can't be read as what it should be, or isn't asked for, is left out, and missed there. */
    ReportForm form(Language language) {
        boolean question = isQuestion();
        return new ReportForm(
                name,
                email,
                mobile,
                value(ReportKind.class, kind),
                question ? null : value(Channel.class, channel),
                question ? null : value(Category.class, category),
                suspectNumber,
                question ? null : occurred().orElse(null),
                question ? null : saidYes(moneyLost),
                narrative,
                language.code());
    }

    /** Whether it is a question: then it is asked for little. */
    public boolean isQuestion() {
        return ReportKind.INFORMATION.name().equals(kind);
    }

    /** Null if they said neither yes nor no. */
    private static Boolean saidYes(String answer) {
        return TypedText.isBlank(answer) ? null : Boolean.valueOf(answer);
    }

    /** When it happened. Empty if it is missing or unreadable. */
    Optional<Instant> occurred() {
        return typedMoment().moment();
    }

    /** How long after that it may have been. */
    Duration unsure() {
        return typedMoment().unsure();
    }

    /** What was typed as a date or a time and is none. */
    List<FieldError> unreadable() {
        return isQuestion() ? List.of() : typedMoment().faults();
    }

    /** The day, and the time if they said one, as people of that language write it. */
    public String when(Language language) {
        return typedMoment().when(language);
    }

    private TypedMoment typedMoment() {
        return new TypedMoment(occurredAt, occurredTime, zone);
    }

    /** As it is read. */
    public ShownSuspect suspect() {
        return ShownSuspect.of(suspectNumber);
    }

    private static <E extends Enum<E>> E value(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return null;
    }
}
