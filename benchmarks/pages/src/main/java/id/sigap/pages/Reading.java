package id.sigap.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Lighthouse said of a page in one run.
 *
 * @param marks between 0 and 1
 * @param losses what cost something, the dearest first
 */
record Reading(Map<Category, Double> marks, Map<Category, List<Loss>> losses) {

    /**
     * An audit that did not get its full weight.
     *
     * @param cost of the category's mark
     * @param shown what was measured, in words; empty if the audit only says yes or no
     */
    record Loss(String audit, double cost, String shown) {

        @Override
        public String toString() {
            return shown.isEmpty() ? audit : audit + " (" + shown + ")";
        }
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * @param file a report of Lighthouse, as JSON
     * @throws IllegalArgumentException if a category has no mark: something went wrong while it was measured
     */
    static Reading of(Path file, Set<Category> wanted) {
        try {
            return of(JSON.readTree(file.toFile()), wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading of(JsonNode report, Set<Category> wanted) {
        Map<Category, Double> marks = new EnumMap<>(Category.class);
        Map<Category, List<Loss>> losses = new EnumMap<>(Category.class);
        for (Category category : wanted) {
            JsonNode told = report.path("categories").path(category.id());
            if (!told.path("score").isNumber()) {
                throw new IllegalArgumentException("Lighthouse gave no mark for %s at %s: %s"
                        .formatted(
                                category.id(),
                                report.path("finalDisplayedUrl").asText(),
                                report.path("runtimeError").path("message").asText("an audit failed")));
            }
            marks.put(category, told.path("score").doubleValue());
            losses.put(category, losses(told.path("auditRefs"), report.path("audits")));
        }
        return new Reading(Collections.unmodifiableMap(marks), Collections.unmodifiableMap(losses));
    }

    private static List<Loss> losses(JsonNode references, JsonNode audits) {
        double whole = 0;
        List<Loss> losses = new ArrayList<>();
        for (JsonNode reference : references) {
            JsonNode audit = audits.path(reference.path("id").asText());
            double weight = reference.path("weight").doubleValue();
            if (audit.path("score").isNumber()) { // what doesn't apply has none, and no weight either
                whole += weight;
                losses.add(new Loss(
                        audit.path("id").asText(),
                        weight * (1 - audit.path("score").doubleValue()),
                        audit.path("displayValue").asText().replace('\u00a0', ' ')));
            }
        }
        double weights = whole;
        return losses.stream()
                .filter(loss -> loss.cost() > 0)
                .map(loss -> new Loss(loss.audit(), loss.cost() / weights, loss.shown()))
                .sorted(Comparator.comparingDouble(Loss::cost).reversed())
                .toList();
    }
}
