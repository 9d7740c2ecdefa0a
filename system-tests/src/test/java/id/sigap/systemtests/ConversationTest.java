package id.sigap.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.OfficerOnDuty;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A citizen in a browser and an officer, with the vault killed between them. */
@Tag("system")
@Order(4)
@ExtendWith({Whole.class, Browsing.class})
class ConversationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HasCountOptions AFTER_A_KILL = new HasCountOptions().setTimeout(Whole.RESTART_MILLIS);

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
            assertThat(page.locator(".theirs")).hasCount(2, AFTER_A_KILL);
            assertThat(page.locator(".mine")).hasCount(1);
            assertThat(page.locator(".mine .mark")).hasText("dibaca");
            // When
            page.reload();
            // Then
            assertThat(page.locator(".mine")).hasCount(1);
            assertThat(page.locator(".theirs")).hasCount(2);
        }
    }

    @Test
    void twoBrowsersTalk_andCatchUpByThemselves_afterTheVaultWasKilled(LocalStack system, Visitor visitor) {
        // Given
        URI verification = system.description().api(Service.VERIFICATION);
        Page citizen = visitor.phone();
        Form.report(citizen, system.description().api(Service.INTAKE), "0811 0000 0086");
        Page officer = visitor.desk("id");
        officer.navigate(verification + "/desk");
        officer.locator("button#sari").click();
        assertThat(officer.locator("h1")).hasText("Antrean");
        String theCase =
                verification + "/desk/cases/" + citizen.locator("sigap-chat").getAttribute("data-case");
        await().atMost(PATIENCE).until(() -> officer.navigate(theCase).ok());
        Visitor.follow(officer, () -> officer.locator("#claim button").click());
        assertThat(officer.locator("[data-state=reporter]")).isVisible();
        for (Page page : List.of(citizen, officer)) {
            page.evaluate("window.stays = true");
        }
        say(officer, "#text", "Selamat siang, ada yang bisa dibantu?");
        assertThat(citizen.locator(".theirs p")).hasText("Selamat siang, ada yang bisa dibantu?");
        say(citizen, "sigap-chat textarea", "Saya ditipu lewat SMS.");
        assertThat(officer.locator(".theirs p")).hasText("Saya ditipu lewat SMS.");
        // When
        system.kill(Service.INTAKE);
        say(officer, "#text", "Mohon kirim fotonya.");
        say(citizen, "sigap-chat textarea", "Sebentar, saya cari.");
        // Then: each has each message once, in one order, and no page was loaded anew
        for (Page page : List.of(citizen, officer)) {
            assertThat(page.locator(".messages li[data-seq]")).hasCount(4, AFTER_A_KILL);
            assertThat(page.locator(".messages li")).hasCount(4);
            assertThat((boolean) page.evaluate("window.stays")).isTrue();
        }
        assertThat(citizen.locator(".messages p").allTextContents())
                .isEqualTo(officer.locator(".messages p").allTextContents());
        assertThat(officer.locator(".ours .mark").last()).hasText("dibaca");
    }

    private static void say(Page page, String field, String text) {
        page.locator(field).fill(text);
        page.locator(field).press("Enter");
    }
}
