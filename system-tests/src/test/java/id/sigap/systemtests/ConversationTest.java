package id.sigap.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.OfficerOnDuty;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A citizen in a browser and an officer, with the vault killed between them. */
@ExtendWith({Whole.class, Browsing.class})
class ConversationTest {

    @Test
    void whatIsWrittenWhileTheVaultIsDown_comesOnce_andIsAnswered(LocalStack system, Visitor visitor) {
        URI intake = system.description().api(Service.INTAKE);
        try (var _ = new OfficerOnDuty(system.description(), Account.BUDI)) {
            // Given
            Page page = visitor.phone();
            Form.report(page, intake, "0811 0000 0088");
            assertThat(page.locator(".theirs")).hasCount(1);
            // When
            system.kill(Service.INTAKE);
            page.locator("sigap-chat textarea").fill("Katanya saya menang undian.");
            page.locator("sigap-chat textarea").press("Enter");
            // Then
            assertThat(page.locator(".theirs")).hasCount(2);
            assertThat(page.locator(".mine")).hasCount(1);
            assertThat(page.locator(".mine .mark")).hasText("dibaca");
            // When
            page.reload();
            // Then
            assertThat(page.locator(".mine")).hasCount(1);
            assertThat(page.locator(".theirs")).hasCount(2);
        }
    }
}
