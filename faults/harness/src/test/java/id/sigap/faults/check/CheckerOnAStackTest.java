package id.sigap.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.SnapshotReader;
import id.sigap.faults.history.History;
import id.sigap.faults.load.Load;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real system, used and left in peace, is judged to be whole; damaged by hand it is judged to be damaged, each time for the right reason. */
class CheckerOnAStackTest {

    private static final Duration LOAD = Duration.ofSeconds(12);
    private static final Duration EVERY = Duration.ofMillis(400);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** Whose first passages have one that is answered late, one that is appealed against and one reported twice among them. */
    private static final long SEED = 10;

    @TempDir
    static Path folder;

    private static Verdict whole;
    private static List<Finding> restless;
    private static Verdict damaged;
    private static final Map<Damage, String> HURT = new EnumMap<>(Damage.class);

    @BeforeAll
    static void useAndDamageAStack() {
        Path repository = Path.of("").toAbsolutePath().getParent().getParent();
        for (Service service : Service.values()) {
            Path built = repository.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
            Assumptions.assumeTrue(Files.exists(built), service + " is not built: ./mvnw package -DskipTests");
        }
        Path histories = folder.resolve("history");
        StackOptions options = StackOptions.forTest(repository, folder, Console.standard())
                .with(Service.TICKET, "sigap.policy.operators.INDOSAT.window", "PT5S")
                .with(Service.VERIFICATION, "sigap.verification.protected-numbers", "+6281199999*");
        try (LocalStack stack = LocalStack.start(options)) {
            try (Load load = new Load(stack.description(), histories, SEED)) {
                load.come(LOAD, EVERY);
                assertThat(load.awaitEnd(PATIENCE))
                        .as("stuck: %s", load.stuck())
                        .isTrue();
            }
            restless = Quiet.await(stack.description(), PATIENCE);
            History history = History.read(histories);
            Snapshot before = SnapshotReader.read(stack.description());
            whole = Checker.judge(history, before, Expectations.strict());
            try (Hand hand = new Hand(stack.description(), before)) {
                for (Damage damage : Damage.values()) {
                    HURT.put(damage, damage.by(hand));
                }
            }
            damaged = Checker.judge(history, stack.description(), Expectations.strict());
        }
    }

    @Test
    void aWholeSystem_becomesQuiet_andEveryInvariantHolds() {
        assertThat(restless).isEmpty();
        assertThat(whole.findings().values().stream().flatMap(List::stream)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Damage.class)
    void damage_isFound_andNamed(Damage damage) {
        assertThat(damaged.findings().get(damage.breaks()))
                .as("%s of %s", damage, HURT.get(damage))
                .anySatisfy(finding -> assertThat(finding.toString()).contains(HURT.get(damage)));
    }
}
