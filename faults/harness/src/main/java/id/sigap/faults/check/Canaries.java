package id.sigap.faults.check;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What citizens wrote of themselves, to be looked for where it must not be: as it was written, as JSON writes it, numbers by their digits.
 * Thousands of them in one pass: a text is read once, and where the first characters of a canary stand the rest is compared.
 */
final class Canaries {

    /** Shorter texts are found everywhere by chance. */
    private static final int SHORTEST = 8;

    private static final int MARKS = 1 << 16;

    private final Map<String, List<String>> byBeginning = new HashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    /** Marks of the first three characters: spares a look into the map at nearly every place of a text. */
    private final BitSet beginnings = new BitSet(MARKS);

    /** @param secrets what to look for, and how a finding calls it: never the text itself */
    Canaries(Map<String, String> secrets) {
        secrets.forEach((text, name) -> {
            if (text.length() >= SHORTEST && names.putIfAbsent(text, name) == null) {
                byBeginning
                        .computeIfAbsent(text.substring(0, SHORTEST), _ -> new ArrayList<>())
                        .add(text);
                beginnings.set(mark(text, 0));
            }
        });
    }

    /** Everything that citizens and officers wrote in the round. */
    static Canaries of(History history) {
        Map<String, String> secrets = new LinkedHashMap<>();
        // who appeals may call from the very number that was reported: that number is no secret
        Set<String> numbers = history.attempts().stream()
                .map(attempt -> Telephone.digits(attempt.asked(Fact.NUMBER)))
                .collect(Collectors.toSet());
        history.attempts().forEach(attempt -> {
            for (String fact : List.of(Fact.NAME, Fact.EMAIL, Fact.NARRATIVE, Fact.STATEMENT, Fact.TEXT)) {
                forms(attempt.asked(fact).strip()).forEach(form -> secrets.putIfAbsent(form, name(fact, attempt)));
            }
            String mobile = Telephone.digits(attempt.asked(Fact.MOBILE));
            if (!numbers.contains(mobile)) {
                secrets.putIfAbsent(mobile, name(Fact.MOBILE, attempt));
            }
        });
        return new Canaries(secrets);
    }

    private static Stream<String> forms(String text) {
        return Stream.of(text, new String(JsonStringEncoder.getInstance().quoteAsString(text)))
                .distinct();
    }

    private static String name(String fact, Attempt attempt) {
        return "%s of %s, step %d"
                .formatted(fact, attempt.invoke().client(), attempt.invoke().step());
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    /** @return the names of the canaries that stand in the text */
    Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = 0; i + SHORTEST <= text.length(); i++) {
            if (beginnings.get(mark(text, i))) {
                for (String candidate : byBeginning.getOrDefault(text.substring(i, i + SHORTEST), List.of())) {
                    if (text.startsWith(candidate, i)) {
                        found.add(names.get(candidate));
                    }
                }
            }
        }
        return found;
    }

    private static int mark(String text, int at) {
        return ((text.charAt(at) * 31 + text.charAt(at + 1)) * 31 + text.charAt(at + 2)) & MARKS - 1;
    }
}
