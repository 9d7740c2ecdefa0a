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
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Person;
import id.sigap.local.actors.Waiting;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A recording on its way in: whatever becomes of the process that takes it, it arrives whole, and once. */
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

    @Test
    void anUpload_goesOnAtTheOtherReplica(LocalStack system) throws Exception {
        try (Cast cast = new Cast(system.description());
                HttpClient client = HttpClient.newHttpClient()) {
            // Given
            URI first = system.description().api(Service.INTAKE.replica(1));
            URI second = system.description().api(Service.INTAKE.replica(2));
            Citizen citizen = cast.citizen(new Person("Uji Coba", "uji@warga.example", "+628120000001"));
            JsonNode answer = citizen.reports(
                    "COMPLAINT", "PRIZE", "SMS", "0811 0000 0085", false, "Katanya saya menang undian.");
            var uploads = new Upload(client, answer.path("receiptCode").asText());
            String path = uploads.declare(first, recording.length);
            int half = recording.length / 2;
            // When
            HttpResponse<String> kept = uploads.part(first, path, 0, Arrays.copyOf(recording, half));
            HttpResponse<String> known = uploads.progress(second, path);
            HttpResponse<String> whole =
                    uploads.part(second, path, half, Arrays.copyOfRange(recording, half, recording.length));
            // Then
            assertThat(kept.statusCode()).isEqualTo(204);
            assertThat(known.headers().firstValue("Upload-Offset")).hasValue(Integer.toString(half));
            assertThat(whole.statusCode()).isEqualTo(201);
            assertThat(asTheOfficerHearsIt(cast, citizen.id())).isEqualTo(recording);
        }
    }

    private static byte[] asTheOfficerHearsIt(Cast cast, String report) {
        HelpDesk desk = new HelpDesk(cast, Account.SARI);
        Waiting.until(() -> desk.claims(report));
        JsonNode pieces = desk.seesEvidence(report, 1);
        return desk.vault()
                .download("/api/v1/reports/" + report + "/evidence/"
                        + pieces.get(0).path("evidence").asText() + "/content");
    }

    /** The protocol, as the citizen's page speaks it. */
    private record Upload(HttpClient client, String receipt) {

        private static final String UPLOADS = "/api/v1/report/evidence/uploads";

        String declare(URI intake, int size) throws Exception {
            HttpResponse<String> begun = send(request(intake, UPLOADS)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .POST(BodyPublishers.ofString("{\"sizeBytes\":%d,\"mediaType\":\"audio/wav\"}".formatted(size))));
            assertThat(begun.statusCode()).isEqualTo(201);
            return begun.headers()
                    .firstValue("Location")
                    .map(URI::create)
                    .orElseThrow()
                    .getPath();
        }

        HttpResponse<String> part(URI intake, String path, int offset, byte[] bytes) throws Exception {
            return send(request(intake, path)
                    .header("Content-Type", "application/partial-upload")
                    .header("Upload-Offset", Integer.toString(offset))
                    .method("PATCH", BodyPublishers.ofByteArray(bytes)));
        }

        HttpResponse<String> progress(URI intake, String path) throws Exception {
            return send(request(intake, path).HEAD());
        }

        private HttpRequest.Builder request(URI intake, String path) {
            return HttpRequest.newBuilder(intake.resolve(path)).header("Sigap-Receipt", receipt);
        }

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }

    /** Noise, so that no part of it is like another. */
    private static byte[] recording() {
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
