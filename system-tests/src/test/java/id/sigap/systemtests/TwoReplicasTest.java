package id.sigap.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.Citizen;
import id.sigap.local.actors.Person;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of the whole once more, kept by two replicas of every service, and those that only two can keep. */
@Tag("full")
@Order(Integer.MAX_VALUE)
@TwoReplicas
@ExtendWith({Whole.class, Browsing.class})
class TwoReplicasTest {

    @Nested
    class TheProcedure extends ProcedureTest {}

    @Nested
    class ANewcomer extends NewcomerTest {}

    @Nested
    class AConversation extends ConversationTest {}

    @Nested
    class AnUpload extends UploadTest {}

    @Nested
    class AKill extends KillTest {}

    @Nested
    class AnOutage extends OutageTest {}

    @Test
    void oneLogin_opensTheDeskAtEveryReplica(LocalStack system, Visitor visitor) {
        // Given
        Page officer = visitor.desk("id");
        officer.navigate(system.description().api(Service.VERIFICATION.replica(1)) + "/desk");
        officer.locator("button#sari").click();
        assertThat(officer.locator("h1")).hasText("Antrean");
        // When: a browser's cookies are good for every port of a host
        officer.navigate(system.description().api(Service.VERIFICATION.replica(2)) + "/desk");
        // Then
        assertThat(officer.locator("h1")).hasText("Antrean");
        assertThat(officer).hasURL(system.description().api(Service.VERIFICATION.replica(2)) + "/desk");
    }

    @Test
    void anUpload_goesOnAtTheOtherReplica(LocalStack system) throws Exception {
        try (Cast cast = new Cast(system.description());
                HttpClient client = HttpClient.newHttpClient()) {
            // Given
            byte[] recording = UploadTest.recording();
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
            assertThat(UploadTest.asTheOfficerHearsIt(cast, citizen.id())).isEqualTo(recording);
        }
    }
}
