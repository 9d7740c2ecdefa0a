package id.sigap.testing.floors.report;

import id.sigap.testing.floors.ModuleRun.Outcome;
import id.sigap.testing.floors.ModuleRun.TestRun;
import id.sigap.testing.floors.report.ModuleSummary.ClassSummary;
import id.sigap.testing.floors.report.ModuleSummary.Effort;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A whole run in words: modules, slowest classes, what could not run, what failed. */
record Report(List<ModuleSummary> modules) {

    private static final int SLOWEST = 20;
    private static final List<String> EFFORT =
            List.of("waited s", "Quarkus", "brokers", "databases", "stacks", "services");

    void print(PrintStream out) {
        out.println("\nModules (tests alone, without what Maven does around them)");
        Text.table(moduleRows()).forEach(out::println);
        out.println("\nThe slowest classes");
        Text.table(classRows()).forEach(out::println);
        notRun().forEach((why, tests) -> {
            out.println("\nNot run here: " + why);
            tests.forEach(test -> out.println("  " + test.promise()));
        });
        List<TestRun> failed = with(Outcome.FAILED);
        if (!failed.isEmpty()) {
            out.println("\nBroken promises");
            failed.forEach(test -> out.println("  " + test.promise() + "\n      " + test.detail()));
            out.println(
                    "  What each class printed lies in MODULE/target/surefire-reports/CLASS-output.txt, pictures of pages in"
                            + " MODULE/target/screenshots, data and logs of whole systems in system-tests/target/systems.");
        }
    }

    private List<List<String>> moduleRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("module", "time", "tests", "failed", "skipped", EFFORT));
        modules.stream()
                .sorted(Comparator.comparing(ModuleSummary::took).reversed())
                .forEach(module -> rows.add(row(
                        module.name(),
                        Text.clock(module.took()),
                        Text.count(module.passed()),
                        Text.count(module.failed()),
                        Text.count(module.skipped()),
                        cells(module.effort()))));
        return rows;
    }

    private List<List<String>> classRows() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("class", "seconds", "tests", "", "", EFFORT));
        modules.stream()
                .flatMap(module -> module.classes().stream())
                .sorted(Comparator.comparing(ClassSummary::took).reversed())
                .limit(SLOWEST)
                .forEach(one -> rows.add(row(
                        one.name(), Text.seconds(one.took()), Text.count(one.tests()), "", "", cells(one.effort()))));
        return rows;
    }

    private static List<String> row(
            String name, String time, String tests, String failed, String skipped, List<String> effort) {
        return Stream.concat(Stream.of(name, time, tests, failed, skipped), effort.stream())
                .toList();
    }

    private static List<String> cells(Effort effort) {
        return List.of(
                Text.seconds(effort.waited()),
                Text.count(effort.quarkus()),
                Text.count(effort.brokers()),
                Text.count(effort.databases()),
                Text.count(effort.stacks()),
                Text.count(effort.services()));
    }

    private Map<String, List<TestRun>> notRun() {
        return with(Outcome.SKIPPED).stream()
                .collect(Collectors.groupingBy(
                        test -> test.detail().replaceFirst("^\\S*TestAbortedException: ", ""),
                        TreeMap::new,
                        Collectors.toList()));
    }

    List<TestRun> with(Outcome outcome) {
        return tests().filter(test -> test.outcome() == outcome).toList();
    }

    Stream<TestRun> tests() {
        return modules.stream().flatMap(module -> module.tests().stream());
    }
}
