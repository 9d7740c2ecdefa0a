package id.sigap.testing.floors;

import id.sigap.testing.floors.ModuleRun.ClassRun;
import id.sigap.testing.floors.ModuleRun.Outcome;
import id.sigap.testing.floors.ModuleRun.TestRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes down, for each module, what ran, how it ended, how long it took, what was started meanwhile and how long the test's own thread waited.
 * JUnit finds it by itself in every module that has this one in test scope.
 */
public final class RunRecorder implements TestExecutionListener {

    private final Map<String, Instant> began = new ConcurrentHashMap<>();
    private final Map<String, String> said = new ConcurrentHashMap<>();
    private final List<ClassRun> classes = new ArrayList<>();
    private final List<TestRun> tests = new ArrayList<>();
    private final Path file;
    private TestPlan plan;
    private Activity activity;

    /** Called by JUnit. */
    public RunRecorder() {
        this(ModuleRun.FILE);
    }

    RunRecorder(Path file) {
        this.file = file;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
        activity = Activity.watch();
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        began.put(test.getUniqueId(), Instant.now());
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        entry.getKeyValuePairs()
                .forEach((key, value) ->
                        said.merge(test.getUniqueId(), key + ": " + value, (before, more) -> before + "; " + more));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        if (test.isTest() || classOf(test).isPresent()) {
            record(test, Outcome.SKIPPED, reason);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Outcome outcome =
                switch (result.getStatus()) {
                    case SUCCESSFUL -> Outcome.PASSED;
                    case ABORTED -> Outcome.SKIPPED;
                    case FAILED -> Outcome.FAILED;
                };
        if (test.isTest() || outcome != Outcome.PASSED) {
            record(test, outcome, result.getThrowable().map(Throwable::toString).orElse(""));
        }
        if (isOutermostClass(test)) {
            Instant start = began.get(test.getUniqueId());
            synchronized (this) {
                classes.add(new ClassRun(nameOfClass(test), start, Duration.between(start, Instant.now())));
            }
        }
    }

    private synchronized void record(TestIdentifier test, Outcome outcome, String detail) {
        Duration took = Optional.ofNullable(began.get(test.getUniqueId()))
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
        String all = Optional.ofNullable(said.get(test.getUniqueId()))
                .map(more -> detail.isEmpty() ? more : detail + "; " + more)
                .orElse(detail);
        tests.add(new TestRun(nameOfClass(test), displayed(test), outcome, took, all));
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        new ModuleRun(classes, tests, activity.end()).write(file);
    }

    private boolean isOutermostClass(TestIdentifier test) {
        return classOf(test).isPresent()
                && above(test).skip(1).noneMatch(parent -> classOf(parent).isPresent());
    }

    private String nameOfClass(TestIdentifier test) {
        return last(test, one -> classOf(one).isPresent())
                .flatMap(RunRecorder::classOf)
                .map(ClassSource::getClassName)
                .orElse("-");
    }

    /** The outermost that fits. */
    private Optional<TestIdentifier> last(TestIdentifier test, Predicate<TestIdentifier> fits) {
        return above(test).filter(fits).reduce((inner, outer) -> outer);
    }

    /** What stands below the class, from outside to inside. */
    private String displayed(TestIdentifier test) {
        Deque<String> names = new ArrayDeque<>();
        above(test)
                .takeWhile(one -> !isOutermostClass(one))
                .filter(one -> one.getParentId().isPresent())
                .forEach(one -> names.push(one.getDisplayName()));
        return String.join(" > ", names);
    }

    private Stream<TestIdentifier> above(TestIdentifier test) {
        return Stream.iterate(test, Objects::nonNull, one -> plan.getParent(one).orElse(null));
    }

    private static Optional<ClassSource> classOf(TestIdentifier test) {
        return test.getSource().filter(ClassSource.class::isInstance).map(ClassSource.class::cast);
    }
}
