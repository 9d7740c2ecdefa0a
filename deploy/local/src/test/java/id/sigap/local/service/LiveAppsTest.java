package id.sigap.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.process.Launch;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class LiveAppsTest {

    private static final Path CHECKOUT = Path.of("/checkout");

    /** Builds that nobody looks at. */
    private static final Apps BUILT = new Apps() {
        @Override
        public App of(Service service) {
            return new App(Path.of("built.jar"), Optional.empty(), "1");
        }

        @Override
        public Optional<Path> missingCache(Service service) {
            return Optional.of(Path.of("cache"));
        }

        @Override
        public void giveUpCache(Service service) {}
    };

    private final Apps apps = new LiveApps(Service.TICKET, BUILT, CHECKOUT, 9380);

    private Launch launch(Service service) {
        return apps.launch(
                service.replica(1), Jvm.ORDINARY, Path.of("/its/settings"), Path.of("folder"), Path.of("log"));
    }

    @Test
    void theLiveOne_runsFromItsSources_onTheSettingsItWouldHaveAsBuilt_openToADebugger() {
        // When
        Launch launch = launch(Service.TICKET);
        // Then
        assertThat(launch.directory()).isEqualTo(CHECKOUT);
        assertThat(launch.command())
                .startsWith("/checkout/mvnw")
                .containsSubsequence("-pl", "ticket-service", "-am")
                .contains("-Dquarkus.config.locations=file:///its/settings", "-Ddebug=9380")
                .contains("-Dquarkus.profile=prod");
        assertThat(apps.missingCache(Service.TICKET)).isEmpty();
    }

    @Test
    void theOthers_runAsBuilt() {
        assertThat(launch(Service.SLA).command()).endsWith("-jar", "built.jar");
        assertThat(apps.missingCache(Service.SLA)).isPresent();
    }
}
