package id.sigap.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Waiting;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A recording on its way in: whatever becomes of the process that takes it, it arrives whole, and once. */
@Tag("system")
@Order(5)
@ExtendWith({Whole.class, Browsing.class})
class UploadTest {

    private static final int SECONDS = 60;
    private static final ContainsTextOptions AFTER_A_KILL = new ContainsTextOptions().setTimeout(Whole.RESTART_MILLIS);

    private final byte[] recording = recording();

    @Test
    void anUpload_goesOnByItself_afterTheVaultWasKilled(LocalStack system, Visitor visitor) {
        try (Cast cast = new Cast(system.description())) {
            // Given: the vault dies as the second part comes
            Page page = visitor.phone();
            Form.report(page, system.description().api(Service.INTAKE), "0811 0000 0084");
            var parts = new AtomicInteger();
            page.route("**/evidence/uploads/*", route -> {
                if (route.request().method().equals("PATCH") && parts.incrementAndGet() == 2) {
                    system.kill(Service.INTAKE);
                }
                route.resume();
            });
            // When
            page.locator("#evidence-file").setInputFiles(new FilePayload("rekaman.wav", "audio/wav", recording));
            // Then
            assertThat(page.locator("sigap-upload li")).containsText("diterima", AFTER_A_KILL);
            String report = page.locator("sigap-chat").getAttribute("data-case");
            assertThat(asTheOfficerHearsIt(cast, report)).isEqualTo(recording);
        }
    }

    static byte[] asTheOfficerHearsIt(Cast cast, String report) {
        HelpDesk desk = new HelpDesk(cast, Account.SARI);
        Waiting.until(() -> desk.claims(report));
        JsonNode pieces = desk.seesEvidence(report, 1);
        return desk.vault()
                .download("/api/v1/reports/" + report + "/evidence/"
                        + pieces.get(0).path("evidence").asText() + "/content");
    }

    /** Noise, so that no part of it is like another. */
    static byte[] recording() {
        var format = new AudioFormat(8_000, 16, 1, true, false);
        byte[] samples = new byte[SECONDS * 8_000 * 2];
        new Random(1).nextBytes(samples);
        var written = new ByteArrayOutputStream();
        try (var sound = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, written);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return written.toByteArray();
    }
}
