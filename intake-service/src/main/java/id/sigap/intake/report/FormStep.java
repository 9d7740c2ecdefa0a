package id.sigap.intake.report;

import java.util.List;
import java.util.Locale;

/** The pages of the form, in their order, and what is asked on each. */
public enum FormStep {
    YOU("name", "email", "mobile"),
    NUMBER("kind", "suspectNumber", "channel", "category"),
    STORY("occurredAt", "occurredTime", "zone", "moneyLost", "narrative"),
    CHECK("report");

    private final List<String> fields;

    FormStep(String... fields) {
        this.fields = List.of(fields);
    }

    /** The names of its fields in the form. */
    public List<String> fields() {
        return fields;
    }

    /** Its address. */
    public String path() {
        return "/report/" + name().toLowerCase(Locale.ROOT);
    }

    /** The one whose address ends so. */
    static FormStep at(String end) {
        return valueOf(end.toUpperCase(Locale.ROOT));
    }

    /** The first one, if there is none of that name. */
    static FormStep named(String name) {
        for (FormStep step : values()) {
            if (step.name().equals(name)) {
                return step;
            }
        }
        return YOU;
    }

    /** The last one is its own next. */
    FormStep next() {
        return values()[Math.min(ordinal() + 1, CHECK.ordinal())];
    }

    /** The first one is its own previous. */
    FormStep previous() {
        return values()[Math.max(ordinal() - 1, 0)];
    }

    public boolean isBefore(FormStep other) {
        return compareTo(other) < 0;
    }
}
