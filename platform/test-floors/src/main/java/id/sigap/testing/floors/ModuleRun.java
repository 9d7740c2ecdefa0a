package id.sigap.testing.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of one module's tests. Kept as lines of values between tabs, so that whoever records needs no library.
 *
 * @param classes outermost test classes, in the order in which they ended
 * @param tests everything that ran, was left out or failed
 * @param activity what was started and waited for
 */
public record ModuleRun(List<ClassRun> classes, List<TestRun> tests, List<Activity.Moment> activity) {

    /** Where it is written, from the module's folder. */
    public static final Path FILE = Path.of("target", "test-run.tsv");

    /** How a test ended. */
    public enum Outcome {
        PASSED,
        SKIPPED,
        FAILED
    }

    /** A test class with all that stands in it, what it sets up included. */
    public record ClassRun(String name, Instant began, Duration took) {

        boolean contains(Instant moment) {
            return !moment.isBefore(began) && moment.isBefore(began.plus(took));
        }
    }

    /**
     * One test, or a class or method that could not be run at all.
     *
     * @param owner the outermost class
     * @param name display names below the class
     * @param detail why it was skipped or failed, and what it said of itself: a seed, where its logs lie
     */
    public record TestRun(String owner, String name, Outcome outcome, Duration took, String detail) {

        /** Class and name, as in the list of promises. */
        public String promise() {
            return owner + " > " + name;
        }
    }

    public ModuleRun {
        classes = List.copyOf(classes);
        tests = List.copyOf(tests);
        activity = List.copyOf(activity);
    }

    /** What happened while the class ran. */
    public List<Activity.Moment> during(ClassRun run) {
        return activity.stream().filter(moment -> run.contains(moment.at())).toList();
    }

    void write(Path file) {
        List<String> lines = new ArrayList<>();
        classes.forEach(run -> lines.add(line("class", run.name(), run.began(), millis(run.took()))));
        tests.forEach(run ->
                lines.add(line("test", run.owner(), run.name(), run.outcome(), millis(run.took()), run.detail())));
        activity.forEach(
                moment -> lines.add(line("activity", moment.kind(), moment.of(), moment.at(), millis(moment.took()))));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws UncheckedIOException if it can't be read */
    public static ModuleRun read(Path file) {
        List<ClassRun> classes = new ArrayList<>();
        List<TestRun> tests = new ArrayList<>();
        List<Activity.Moment> activity = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                String[] part = line.split("\t", -1);
                switch (part[0]) {
                    case "class" -> classes.add(new ClassRun(part[1], Instant.parse(part[2]), duration(part[3])));
                    case "test" ->
                        tests.add(new TestRun(part[1], part[2], Outcome.valueOf(part[3]), duration(part[4]), part[5]));
                    case "activity" ->
                        activity.add(new Activity.Moment(
                                Activity.Kind.valueOf(part[1]), part[2], Instant.parse(part[3]), duration(part[4])));
                    default -> throw new IOException("a line that nobody wrote: " + line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModuleRun(classes, tests, activity);
    }

    private static String line(Object... values) {
        StringBuilder line = new StringBuilder();
        for (Object value : values) {
            line.append(line.isEmpty() ? "" : "\t").append(value.toString().replaceAll("\\s+", " "));
        }
        return line.toString();
    }

    private static long millis(Duration duration) {
        return duration.toMillis();
    }

    private static Duration duration(String millis) {
        return Duration.ofMillis(Long.parseLong(millis));
    }
}
