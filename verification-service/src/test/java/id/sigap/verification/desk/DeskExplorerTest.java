package id.sigap.verification.desk;

import id.sigap.browser.Explorer;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.testing.tools.RequiresTool;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An officer without any plan, for minutes. */
@Tag("full")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@RequiresTool(Explorer.class)
class DeskExplorerTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("sigap.explorer.seconds", 180));
    private static final int CASES = 3;

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @Test
    void whereverAnOfficerGets_thePageGivesWhatEveryPageOwes() throws Exception {
        citizens.takeBackEverything();
        for (int i = 0; i < CASES; i++) {
            workplace.first();
        }
        Explorer.explore(workplace.home() + "desk", TIME, () -> SessionCookie.of("sari", "officer"));
    }
}
