package id.sigap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

@Tag("service")
@ExtendWith(Browsing.class)
class BrowsingTest {

    /** The run's own reports don't tell of what is tried here. */
    private static final LauncherConfig UNHEARD = LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build();

    /** Run by this test, not for itself. */
    static class Failing {

        @Test
        @ExtendWith(Browsing.class)
        void looksInVain(Visitor visitor) {
            visitor.desk("en").setContent("<h1>Nothing here</h1>");
            throw new AssertionError("it isn't there");
        }
    }

    @Test
    void aTestThatFails_leavesAPicture_andSaysWhere() {
        // When
        Throwable failure = failureOf(Failing.class);
        // Then
        List<String> said = failure.getMessage().lines().map(String::strip).toList();
        assertThat(said).startsWith("it isn't there", "Screenshot:").hasSize(3);
        assertThat(Path.of(said.getLast()))
                .isAbsolute()
                .hasFileName("failed-Failing.looksInVain.png")
                .isNotEmptyFile();
        assertThat(failure.getStackTrace()[0].getMethodName()).isEqualTo("looksInVain");
    }

    @Test
    void aPage_isInspectedByAxe_andForItsWidth(Visitor visitor) {
        // Given
        Page good = showing(visitor, "<h1>Sigap</h1>");
        Page unnamed = showing(visitor, "<h1>Sigap</h1><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>");
        Page wide = showing(visitor, "<h1>Sigap</h1><p style='width: 400px'>Wide</p>");
        // Then
        visitor.inspect(good, "good");
        assertThatThrownBy(() -> visitor.inspect(unnamed, "unnamed")).hasMessageContaining("image-alt");
        assertThatThrownBy(() -> visitor.inspect(wide, "wide")).hasMessageContaining("width of wide");
    }

    private static Page showing(Visitor visitor, String content) {
        Page page = visitor.phone("en");
        page.setContent("<!doctype html><html lang='en'><title>Sigap</title><main>" + content + "</main></html>");
        return page;
    }

    private static Throwable failureOf(Class<?> test) {
        var outcome = new SummaryGeneratingListener();
        LauncherFactory.create(UNHEARD)
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(test))
                                .build(),
                        outcome);
        return outcome.getSummary().getFailures().getFirst().getException();
    }
}
