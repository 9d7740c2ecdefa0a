package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owner of a blocked number. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class AppealPageTest {

    @TestHTTPResource("/appeal")
    URL address;

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void anAppeal_isWritten_documented_handedIn_andFoundAgain(String language, Visitor visitor) {
        // Given
        Page page = visitor.phone(language);
        page.navigate(address.toString());
        visitor.inspect(page, "appeal-" + language);
        // When
        page.locator("#number").fill("0811 0000 0071");
        page.locator("#statement").fill("Nomor ini milik saya sejak 2019 dan dipakai untuk warung.");
        page.locator("#name").fill("Ani Contoh");
        page.locator("#email").fill(Citizen.newMailbox());
        page.locator("#mobile").fill("0812 0000 0072");
        page.locator("p.actions button[name=send]").click();
        String receipt = page.locator("#receipt-code").textContent();
        visitor.inspect(page, "appeal-receipt-" + language);
        page.locator("a.button[href='/appeal']").click();
        assertThat(page.locator("sigap-upload")).isVisible();
        page.waitForLoadState(); // its scripts are there
        page.locator("#evidence-file").setInputFiles(new FilePayload("ktp.png", "image/png", SampleFile.png()));
        assertThat(page.locator("sigap-upload li")).hasCount(1);
        assertThat(page.locator("sigap-upload li progress")).hasCount(0);
        assertThat(page.locator("sigap-upload li .fault")).hasCount(0);
        Visitor.follow(page, () -> page.locator("#submit").click());
        // Then
        assertThat(page.locator("form[action='/appeal/submit']")).hasCount(0);
        visitor.inspect(page, "appeal-submitted-" + language);
        // When: from another device
        Page elsewhere = visitor.phone(language);
        elsewhere.navigate(address.toString().replace("/appeal", "/case"));
        elsewhere.locator("#receipt").fill(receipt);
        elsewhere.locator("form[action='/case'] button").click();
        // Then
        assertThat(elsewhere.locator("p.number")).hasText("+62 811-0000-0071");
    }

    @Test
    void aNumberThatNobodyHereCanBlock_isNamed(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        page.navigate(address.toString());
        // When
        page.locator("#number").fill("+1 212 555 0100");
        page.locator("p.actions button[name=send]").click();
        // Then
        assertThat(page.locator("#number-fault")).containsText("nomor seluler Indonesia");
        visitor.inspect(page, "appeal-faults");
    }
}
