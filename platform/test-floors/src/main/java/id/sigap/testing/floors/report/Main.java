package id.sigap.testing.floors.report;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.sigap.testing.floors.ModuleRun;
import id.sigap.testing.floors.ModuleRun.Outcome;
import id.sigap.testing.floors.ModuleRun.TestRun;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Sums up what the modules wrote down since a moment: {@code report ROOT GOAL SINCE_SECONDS MAVENS_EXIT_CODE}. Exits with 1 if a promise of the
 * list is gone from a full run that came to its end.
 */
public final class Main {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Path JSON = Path.of("target", "tests.json");

    /** Whoever loses a module loses hundreds. */
    private static final int SHOWN = 40;

    private Main() {}

    static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        Goal goal = Goal.named(arguments[1]);
        Instant since = Instant.ofEpochSecond(Long.parseLong(arguments[2]));
        Duration took = Duration.between(since, Instant.now());
        PrintStream out = System.out;
        Report report = new Report(read(root, since));
        report.print(out);
        write(root.resolve(JSON), goal, took, report);
        boolean cameToItsEnd = arguments[3].equals("0");
        boolean whole = goal != Goal.FULL || !cameToItsEnd || nothingIsGone(root, report, out);
        if (goal == Goal.DEFAULT) {
            Growth.since(root, report.modules()).forEach(what -> out.println("\nGrown: " + what));
        }
        long passed = report.with(Outcome.PASSED).size();
        long failed = report.with(Outcome.FAILED).size();
        out.printf(
                "%n%d passed, %d failed, %d skipped%n",
                passed, failed, report.with(Outcome.SKIPPED).size());
        out.printf(
                "%s: %s (aim: %s on two cores, everything fetched)%n", goal.id(), Text.clock(took), aim(goal, report));
        System.exit(whole ? 0 : 1);
    }

    private static String aim(Goal goal, Report report) {
        return Text.clock(
                goal == Goal.MODULES ? goal.aim().multipliedBy(report.modules().size()) : goal.aim());
    }

    private static List<ModuleSummary> read(Path root, Instant since) throws IOException {
        List<ModuleSummary> modules = new ArrayList<>();
        for (String name : modulesOf(root)) {
            Path file = root.resolve(name).resolve(ModuleRun.FILE);
            if (Files.exists(file)
                    && !Files.getLastModifiedTime(file).toInstant().isBefore(since)) {
                modules.add(ModuleSummary.of(name, ModuleRun.read(file)));
            }
        }
        return modules;
    }

    private static List<String> modulesOf(Path root) throws IOException {
        return MODULE.matcher(Files.readString(root.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean nothingIsGone(Path root, Report report, PrintStream out) throws IOException {
        Promises promises = Promises.in(root);
        List<String> gone =
                promises.goneFrom(report.tests().map(TestRun::promise).toList());
        if (!gone.isEmpty()) {
            out.printf(
                    "%nGone: %d promises of %s that no test of this run holds, and %s names no successor%n",
                    gone.size(), Promises.LIST, Promises.MOVES);
            gone.stream().limit(SHOWN).forEach(promise -> out.println("  " + promise));
            if (gone.size() > SHOWN) {
                out.printf("  and %d more%n", gone.size() - SHOWN);
            }
        }
        return gone.isEmpty();
    }

    private record Run(String floor, long seconds, long aimSeconds, List<ModuleSummary> modules) {}

    private static void write(Path file, Goal goal, Duration took, Report report) throws IOException {
        ObjectWriter json = JsonMapper.builder().findAndAddModules().build().writerWithDefaultPrettyPrinter();
        Files.createDirectories(file.getParent());
        json.writeValue(
                file.toFile(), new Run(goal.id(), took.toSeconds(), goal.aim().toSeconds(), report.modules()));
    }
}
