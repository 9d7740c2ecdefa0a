package id.sigap.pages;

import id.sigap.local.console.Console;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pages of a run: for people, for documents, and whether every bar was reached. */
record Scorecard(List<PageResult> pages) {

    Scorecard {
        pages = List.copyOf(pages);
    }

    boolean isPassed() {
        return !pages.isEmpty() && misses().isEmpty();
    }

    void print(Console console) {
        console.blank();
        console.table(table());
        console.blank();
        if (isPassed()) {
            console.good("every page reaches " + PageResult.BAR + " in every category");
        } else {
            misses().forEach(console::bad);
        }
    }

    /** For a document. */
    String markdown() {
        List<List<String>> rows = new ArrayList<>(table());
        rows.add(1, rows.getFirst().stream().map(_ -> "---").toList());
        String table =
                rows.stream().map(row -> "| " + String.join(" | ", row) + " |").collect(Collectors.joining("\n"));
        return table + "\n" + misses().stream().map(miss -> "\n- " + miss).collect(Collectors.joining()) + "\n";
    }

    private List<List<String>> table() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(Stream.concat(Stream.of("page"), Stream.of(Category.values()).map(Category::id))
                .toList());
        for (PageResult page : pages) {
            rows.add(Stream.concat(
                            Stream.of(page.page()), Stream.of(Category.values()).map(category -> cell(page, category)))
                    .toList());
        }
        return rows;
    }

    private static String cell(PageResult page, Category category) {
        if (!page.categories().contains(category)) {
            return "–";
        }
        return mark(page.median(category)) + (page.isBelow(category) ? " missed" : "");
    }

    /** One line for each bar that was missed, with what cost most. */
    private List<String> misses() {
        return pages.stream()
                .flatMap(page -> Stream.of(Category.values())
                        .filter(page::isBelow)
                        .map(category -> "%s, %s: %s, bar %s: %s"
                                .formatted(
                                        page.page(),
                                        category.id(),
                                        mark(page.median(category)),
                                        mark(PageResult.BAR),
                                        page.losses(category).stream()
                                                .map(Reading.Loss::toString)
                                                .collect(Collectors.joining(", ")))))
                .toList();
    }

    private static String mark(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
