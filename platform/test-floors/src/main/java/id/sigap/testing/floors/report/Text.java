package id.sigap.testing.floors.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Figures and tables for a terminal. */
final class Text {

    private Text() {}

    /** Minutes and seconds: {@code 3:07}. */
    static String clock(Duration duration) {
        long seconds = Math.round(duration.toMillis() / 1000.0);
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    /** Seconds with a tenth. */
    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }

    /** A count; nothing for none. */
    static String count(long number) {
        return number == 0 ? "" : Long.toString(number);
    }

    /** Columns as wide as their widest cell; the first to the left, the others to the right. */
    static List<String> table(List<List<String>> rows) {
        int columns = rows.getFirst().size();
        List<String> lines = new ArrayList<>();
        int[] widths = new int[columns];
        rows.forEach(row -> {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        });
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < columns; column++) {
                String padding = " ".repeat(widths[column] - row.get(column).length());
                line.append(column == 0 ? row.get(column) + padding : "  " + padding + row.get(column));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
