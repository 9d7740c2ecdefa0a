package id.sigap.testing.floors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import id.sigap.testing.floors.Activity.Kind;
import id.sigap.testing.floors.ModuleRun.ClassRun;
import id.sigap.testing.floors.ModuleRun.Outcome;
import id.sigap.testing.floors.ModuleRun.TestRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@Tag("quick")
class RunRecorderTest {

    private static final String OWNER = ColourfulSample.class.getName();

    @TempDir
    private Path folder;

    @Test
    void everyEnd_isWrittenDown_withItsReason() {
        // When
        ModuleRun run = recorded(ColourfulSample.class);
        // Then
        assertThat(run.tests())
                .extracting(TestRun::promise, TestRun::outcome)
                .contains(
                        tuple(OWNER + " > passes()", Outcome.PASSED),
                        tuple(OWNER + " > fails(TestReporter)", Outcome.FAILED),
                        tuple(OWNER + " > wants()", Outcome.SKIPPED),
                        tuple(OWNER + " > each(String) > [1] a = \"one\"", Outcome.PASSED),
                        tuple(OWNER + " > Inner > inside()", Outcome.PASSED));
        assertThat(run.tests())
                .filteredOn(test -> test.outcome() == Outcome.FAILED)
                .singleElement()
                .satisfies(test -> assertThat(test.detail()).contains("two lines", "seed: 42"));
        assertThat(run.tests())
                .filteredOn(test -> test.outcome() == Outcome.SKIPPED)
                .singleElement()
                .satisfies(test -> assertThat(test.detail()).contains("no tea here"));
    }

    @Test
    void aClassThatCannotBegin_isWrittenDown_asIfEachOfItsTestsWere() {
        // When
        ModuleRun run = recorded(HopelessSample.class);
        // Then: "0 run, 0 skipped" would hide it
        assertThat(run.tests()).singleElement().satisfies(test -> {
            assertThat(test.outcome()).isEqualTo(Outcome.SKIPPED);
            assertThat(test.owner()).isEqualTo(HopelessSample.class.getName());
            assertThat(test.detail()).contains("no faketime");
        });
    }

    @Test
    void waitsAndProcesses_areChargedToTheirClass() {
        // When
        ModuleRun run = recorded(BusySample.class);
        // Then
        ClassRun busy = run.classes().getFirst();
        assertThat(busy.name()).isEqualTo(BusySample.class.getName());
        assertThat(run.during(busy))
                .filteredOn(moment -> moment.kind() == Kind.PROCESS)
                .extracting(Activity.Moment::of)
                .contains("true");
        assertThat(run.during(busy).stream()
                        .filter(moment -> moment.kind() == Kind.WAIT)
                        .map(Activity.Moment::took)
                        .reduce(Duration.ZERO, Duration::plus))
                .isPositive(); // how long, the recorder knows only roughly where the wall clock is a false one
    }

    private ModuleRun recorded(Class<?> sample) {
        Path file = folder.resolve("run.tsv");
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(List.of(selectClass(sample)))
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new RunRecorder(file))
                .build();
        LauncherFactory.create(config).execute(request);
        return ModuleRun.read(file);
    }
}
