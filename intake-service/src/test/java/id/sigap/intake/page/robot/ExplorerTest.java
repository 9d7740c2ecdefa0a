package id.sigap.intake.page.robot;

import id.sigap.browser.Explorer;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.tools.RequiresTool;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Somebody without any plan, for minutes. */
@Tag("full")
@QuarkusTest
@WithSurroundings
@RequiresTool(Explorer.class)
class ExplorerTest {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("sigap.explorer.seconds", 180));

    @TestHTTPResource("/")
    URL home;

    @BeforeEach
    void nobodyCameBefore() {
        Vault.forgetAllowances();
    }

    @Test
    void whereverSomebodyGets_thePageGivesWhatEveryPageOwes() throws Exception {
        Explorer.explore(home.toString(), TIME);
    }
}
