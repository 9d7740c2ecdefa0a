package id.sigap.testing.floors.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules whose default floor takes longer than docs/testing.md says: so that it doesn't grow unseen. */
final class Growth {

    private static final Path TABLE = Path.of("docs", "testing.md");
    /** The rows between this line and the next empty one. */
    private static final String BEGIN = "<!-- default floor, module by module -->";

    private static final Pattern ROW = Pattern.compile("\\| *([a-z/-]+) *\\| *(\\d+):(\\d\\d) *\\|.*");
    /** A noisy machine isn't growth. */
    private static final double TOLERATED = 1.5;

    private static final Duration TRIFLE = Duration.ofSeconds(20);

    private Growth() {}

    /** One sentence for each module that has grown, and each that isn't in the table. */
    static List<String> since(Path root, List<ModuleSummary> modules) throws IOException {
        Map<String, Duration> before = table(Files.readAllLines(root.resolve(TABLE)));
        return modules.stream()
                .filter(module -> hasGrown(module.took(), before.getOrDefault(module.name(), Duration.ZERO)))
                .map(module -> "%s takes %s (docs/testing.md: %s)"
                        .formatted(
                                module.name(),
                                Text.clock(module.took()),
                                before.containsKey(module.name())
                                        ? Text.clock(before.get(module.name()))
                                        : "nothing yet"))
                .toList();
    }

    private static boolean hasGrown(Duration now, Duration before) {
        return now.toMillis() > before.toMillis() * TOLERATED + TRIFLE.toMillis();
    }

    static Map<String, Duration> table(List<String> lines) {
        Map<String, Duration> rows = new HashMap<>();
        lines.stream()
                .dropWhile(line -> !line.equals(BEGIN))
                .takeWhile(line -> !line.isBlank())
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .forEach(row -> rows.put(
                        row.group(1),
                        Duration.ofMinutes(Long.parseLong(row.group(2))).plusSeconds(Long.parseLong(row.group(3)))));
        return rows;
    }
}
