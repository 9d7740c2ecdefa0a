package id.sigap.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** A page after all its runs. @param readings one for each run, at least one */
record PageResult(String page, Set<Category> categories, List<Reading> readings) {

    /** What every page is to reach in every category (QUALITY: budgets for pages). */
    static final double BAR = 0.98;

    PageResult {
        categories = Set.copyOf(categories);
        readings = List.copyOf(readings);
        if (readings.isEmpty()) {
            throw new IllegalArgumentException(page + " was not measured");
        }
    }

    double median(Category category) {
        return middle(category).marks().get(category);
    }

    boolean isBelow(Category category) {
        return categories.contains(category) && median(category) < BAR;
    }

    /** What cost something in the run whose mark counts. */
    List<Reading.Loss> losses(Category category) {
        return middle(category).losses().get(category);
    }

    /** The run in the middle; of an even number the worse of the two. */
    private Reading middle(Category category) {
        List<Reading> sorted = readings.stream()
                .sorted(Comparator.comparingDouble(reading -> reading.marks().get(category)))
                .toList();
        return sorted.get((sorted.size() - 1) / 2);
    }
}
