package id.sigap.testing.floors.report;

import id.sigap.testing.floors.Activity.Kind;
import id.sigap.testing.floors.Activity.Moment;
import id.sigap.testing.floors.ModuleRun;
import id.sigap.testing.floors.ModuleRun.ClassRun;
import id.sigap.testing.floors.ModuleRun.Outcome;
import id.sigap.testing.floors.ModuleRun.TestRun;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * One module's tests, added up.
 *
 * @param name its folder
 * @param took from the first class's begin to the last one's end; what Maven does around it is not in it
 */
record ModuleSummary(
        String name,
        Duration took,
        long passed,
        long failed,
        long skipped,
        Effort effort,
        List<ClassSummary> classes,
        List<TestRun> tests) {

    /** One class, with what stands in it and what it sets up. */
    record ClassSummary(String name, Duration took, long tests, Effort effort) {}

    /**
     * What it cost beside processor time.
     *
     * @param stacks whole systems, or parts of one, of which processes were started
     * @param services processes of these
     * @param waited how long the test's own thread was parked or asleep
     */
    record Effort(long quarkus, long brokers, long databases, long stacks, long services, Duration waited) {

        static Effort of(Collection<Moment> moments) {
            return new Effort(
                    count(moments, Kind.QUARKUS),
                    count(moments, Kind.BROKER),
                    count(moments, Kind.DATABASE),
                    moments.stream()
                            .filter(moment -> moment.kind() == Kind.SERVICE)
                            .map(Moment::of)
                            .filter(of -> of.startsWith("file:"))
                            .distinct()
                            .count(),
                    count(moments, Kind.SERVICE),
                    moments.stream()
                            .filter(moment -> moment.kind() == Kind.WAIT)
                            .map(Moment::took)
                            .reduce(Duration.ZERO, Duration::plus));
        }

        private static long count(Collection<Moment> moments, Kind kind) {
            return moments.stream().filter(moment -> moment.kind() == kind).count();
        }
    }

    static ModuleSummary of(String name, ModuleRun run) {
        List<ClassSummary> classes = run.classes().stream()
                .map(one -> new ClassSummary(
                        one.name(),
                        one.took(),
                        run.tests().stream()
                                .filter(test -> test.owner().equals(one.name()))
                                .count(),
                        Effort.of(run.during(one))))
                .toList();
        return new ModuleSummary(
                name,
                wall(run.classes()),
                count(run, Outcome.PASSED),
                count(run, Outcome.FAILED),
                count(run, Outcome.SKIPPED),
                Effort.of(run.activity()),
                classes,
                run.tests());
    }

    private static Duration wall(List<ClassRun> classes) {
        Instant begin = classes.stream()
                .map(ClassRun::began)
                .min(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
        Instant end = classes.stream()
                .map(one -> one.began().plus(one.took()))
                .max(Comparator.naturalOrder())
                .orElse(begin);
        return Duration.between(begin, end);
    }

    private static long count(ModuleRun run, Outcome outcome) {
        return run.tests().stream().filter(test -> test.outcome() == outcome).count();
    }
}
