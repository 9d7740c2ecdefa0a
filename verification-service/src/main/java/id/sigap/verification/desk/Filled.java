package id.sigap.verification.desk;

import id.sigap.events.Category;
import id.sigap.service.Refusal;
import id.sigap.text.TypedText;
import id.sigap.verification.casework.CaseRequests.Verification;
import id.sigap.verification.casework.Judgement;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form as it was sent; shown again if what it asks for can't be done. */
public record Filled(Map<String, List<String>> values) {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,200}");

    static final Filled NOTHING = new Filled(Map.of());

    /** What was filled in; empty if nothing was. */
    public String of(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : TypedText.trimmed(given.getFirst());
    }

    /** What makes a form that is sent twice one; a new one if it came as nothing that our pages write, for it goes into a header. */
    String key(String field) {
        String given = of(field);
        return KEY.matcher(given).matches() ? given : UUID.randomUUID().toString();
    }

    public boolean has(String field, Object value) {
        return values.getOrDefault(field, List.of()).contains(value.toString());
    }

    /** Null where it is left out, as the requests of the API have it. */
    String orNull(String field) {
        String given = of(field);
        return given.isEmpty() ? null : given;
    }

    /** How an officer judges a report, by the form for it. @throws Refusal 400 naming the field that can't be read */
    Judgement judgement() {
        return new Verification(
                        orNull("number"),
                        chosenIfAny("category", Category.class).orElse(null),
                        orNull("operator"),
                        ids("evidence"))
                .judgement();
    }

    /** @throws Refusal 400 unless one of the answers was chosen */
    <E extends Enum<E>> E chosen(String field, Class<E> answers) {
        return among(field, answers).stream().findFirst().orElseThrow(() -> Refusal.field(field, "choose-one"));
    }

    /** @throws Refusal 400 unless at least one of the answers was chosen */
    <E extends Enum<E>> Set<E> chosenAmong(String field, Class<E> answers) {
        Set<E> chosen = among(field, answers);
        if (chosen.isEmpty()) {
            throw Refusal.field(field, "choose-one");
        }
        return chosen;
    }

    <E extends Enum<E>> Optional<E> chosenIfAny(String field, Class<E> answers) {
        return among(field, answers).stream().findFirst();
    }

    /** How many. @throws Refusal 400 if it is none */
    int number(String field) {
        try {
            return Integer.parseInt(of(field));
        } catch (NumberFormatException _) {
            throw Refusal.field(field, "wrong-value", "0, 1, 2 …");
        }
    }

    /** @throws Refusal 400 if one of them is no id */
    Set<UUID> ids(String field) {
        try {
            return values.getOrDefault(field, List.of()).stream()
                    .map(UUID::fromString)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException _) {
            throw Refusal.field(field, "evidence-unknown");
        }
    }

    private <E extends Enum<E>> Set<E> among(String field, Class<E> answers) {
        return Arrays.stream(answers.getEnumConstants())
                .filter(answer -> has(field, answer.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(answers)));
    }
}
