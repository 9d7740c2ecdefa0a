package id.sigap.intake.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An upload over a connection that is cut. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class ResumableUploadTest {

    private static final String UPLOADS = "/api/v1/report/evidence/uploads";

    @Inject
    Orphans orphans;

    @Inject
    PartialUploads uploads;

    @Inject
    UploadParts parts;

    private Citizen citizen;
    private byte[] recording;

    @BeforeEach
    void aReport_andARecording() {
        citizen = Citizen.whoReported();
        recording = SampleFile.wav(300_000);
    }

    @Test
    void uploadInParts_becomesTheEvidenceThatTheFileIs() throws NoSuchAlgorithmException {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        // When
        send(upload, 0, 100_000).statusCode(204).header("Upload-Offset", "100000");
        send(upload, 100_000, 250_000).statusCode(204).header("Upload-Offset", "250000");
        progress(upload).header("Upload-Offset", "250000").header("Upload-Complete", "?0");
        // Then
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(recording));
        send(upload, 250_000, recording.length)
                .statusCode(201)
                .header("Upload-Complete", "?1")
                .body("sha256", equalTo(sha256))
                .body("state", equalTo("CLEAN"));
        citizen.follows().body("evidence.sha256", hasItem(sha256));
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void partCutInTheMiddle_countsAsFarAsItCame_andTheUploadGoesOn() throws IOException {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        // When
        sendAndCut(upload, Arrays.copyOf(recording, 150_000), recording.length);
        // Then
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> offset(upload) > 0);
        long offset = offset(upload);
        assertThat(offset).isLessThanOrEqualTo(150_000);
        send(upload, offset, recording.length).statusCode(201).body("sizeBytes", equalTo(recording.length));
        citizen.follows().body("evidence", hasSize(1));
    }

    @Test
    void answerThatWasLost_isHadAgain_byAnEmptyPart() {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        String first =
                send(upload, 0, recording.length).statusCode(201).extract().path("evidence");
        // When
        send(upload, recording.length, recording.length).statusCode(201).body("evidence", equalTo(first));
        // Then
        citizen.follows().body("evidence", hasSize(1));
    }

    @Test
    void wrongOffset_isToldTheRightOne_andChangesNothing() {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        send(upload, 0, 100_000);
        // When
        send(upload, 0, 100_000)
                .statusCode(409)
                .header("Upload-Offset", "100000")
                .body("type", equalTo("urn:sigap:problem:upload-offset"))
                .body("offset", equalTo(100_000));
        send(upload, 200_000, 300_000).statusCode(409).header("Upload-Offset", "100000");
        // Then
        progress(upload).header("Upload-Offset", "100000");
    }

    @Test
    void moreThanWasSaid_isRefused_andNothingOfThatPartKept() {
        // Given
        String upload = begun(1_000, "audio/wav", "rekaman.wav");
        // When
        send(upload, 0, 1_001).statusCode(413).body("type", equalTo("urn:sigap:problem:upload-too-long"));
        // Then
        progress(upload).header("Upload-Offset", "0");
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void fileThatIsTooLarge_orEmpty_isRefusedBeforeItTravels() {
        declare(citizen, UUID.randomUUID().toString(), Map.of("sizeBytes", 1_048_577))
                .statusCode(413);
        declare(citizen, UUID.randomUUID().toString(), Map.of("sizeBytes", 0))
                .statusCode(400)
                .body("errors.field", hasItem("sizeBytes"));
        declare(citizen, UUID.randomUUID().toString(), Map.of("name", "x.wav")).statusCode(400);
    }

    @Test
    void wrongType_isRefusedByTheFirstPart() {
        // Given
        byte[] script = "#!/bin/sh\n".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
        String upload = begun(script.length, "audio/wav", "rekaman.wav");
        // When
        part(citizen, upload, 0, Arrays.copyOf(script, 100_000))
                .statusCode(415)
                .body("type", equalTo("urn:sigap:problem:evidence-type-not-taken"));
        // Then
        assertThat(partsOf(upload)).isEmpty();
        head(citizen, upload).statusCode(404);
    }

    @Test
    void whatNobodyCouldLookAt_isRefusedAtTheEnd_andNothingIsKept() {
        // Given
        byte[] photo = SampleFile.png();
        int cut = photo.length - 12;
        String upload = begun(cut, "image/png", "../../foto.jpg");
        part(citizen, upload, 0, Arrays.copyOf(photo, 20)).statusCode(204);
        // When
        part(citizen, upload, 20, Arrays.copyOfRange(photo, 20, cut))
                .statusCode(422)
                .body("type", equalTo("urn:sigap:problem:evidence-cut-off"));
        // Then
        head(citizen, upload).statusCode(404);
        citizen.follows().body("evidence", hasSize(0));
    }

    @Test
    void sameBytesTwice_areTheSameEvidence() {
        // Given
        String before = citizen.handsIn(recording, "audio/wav")
                .statusCode(201)
                .extract()
                .path("evidence");
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        // When
        send(upload, 0, 200_000).statusCode(204);
        // Then
        send(upload, 200_000, recording.length).statusCode(201).body("evidence", equalTo(before));
        citizen.follows().body("evidence", hasSize(1));
    }

    @Test
    void sameKeyAgain_isTheSameUpload() {
        String key = UUID.randomUUID().toString();
        var wanted = Map.of("sizeBytes", 1000, "mediaType", "image/png", "name", "a.png");
        String first = declare(citizen, key, wanted).statusCode(201).extract().header("Location");
        assertThat(declare(citizen, key, wanted).statusCode(201).extract().header("Location"))
                .isEqualTo(first);
        declare(Citizen.whoReported(), key, wanted).statusCode(422);
    }

    @Test
    void anotherReceipt_findsNothing() {
        // Given
        var other = Citizen.whoReported();
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        // When
        head(other, upload).statusCode(404);
        part(other, upload, 0, recording).statusCode(404).contentType("application/problem+json");
        other.asking().delete(upload).then().statusCode(404);
        given().header("Upload-Offset", 0)
                .contentType("application/partial-upload")
                .body(recording)
                .patch(upload)
                .then()
                .statusCode(401);
        head(citizen, UPLOADS + "/not-an-id").statusCode(404);
        // Then
        progress(upload).header("Upload-Offset", "0");
    }

    @Test
    void cancelledUpload_leavesNothing() {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        send(upload, 0, 100_000);
        List<UUID> blobs = partsOf(upload);
        assertThat(blobs).hasSize(1);
        // When
        citizen.asking().delete(upload).then().statusCode(204);
        // Then
        head(citizen, upload).statusCode(404);
        assertThat(blobs).noneMatch(ResumableUploadTest::isInTheStore);
    }

    @Test
    void partsOfALiveUpload_areNotSwept_thoseOfAnExpiredOneAre() throws IOException, SQLException {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        send(upload, 0, 100_000);
        UUID blob = partsOf(upload).getFirst();
        Files.setLastModifiedTime(
                Surroundings.evidenceDirectory().resolve(blob.toString()),
                FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        // When
        orphans.sweep();
        // Then
        assertThat(isInTheStore(blob)).isTrue();
        send(upload, 100_000, 200_000).statusCode(204);
        // When
        sql("update partial_upload set expires_at = now() - interval '1 second' where id = '" + id(upload) + "'");
        // Then
        send(upload, 200_000, 300_000).statusCode(404);
        uploads.expire();
        assertThat(isInTheStore(blob)).isFalse();
        assertThat(partsOf(upload)).isEmpty();
    }

    @Test
    void uploadsOnTheirWay_countAgainstTheLimit() {
        // Given
        for (int i = 0; i < 3; i++) {
            begun(1_000, "image/png", "a.png");
        }
        citizen.handsIn(SampleFile.png(), "image/png").statusCode(201);
        // When
        declare(citizen, UUID.randomUUID().toString(), Map.of("sizeBytes", 1_000))
                .statusCode(409)
                .body("type", equalTo("urn:sigap:problem:evidence-too-many"));
    }

    @Test
    void erasure_takesThePartsToo() {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        send(upload, 0, 100_000);
        UUID blob = partsOf(upload).getFirst();
        // When
        given().auth()
                .oauth2(Tokens.regulator())
                .delete("/api/v1/reports/" + citizen.report() + "/personal-data")
                .then()
                .statusCode(204);
        // Then
        assertThat(isInTheStore(blob)).isFalse();
        assertThat(partsOf(upload)).isEmpty();
        part(citizen, upload, 100_000, recording).statusCode(404);
    }

    @Test
    void aDecidedReport_takesNoMoreParts() {
        // Given
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        send(upload, 0, 100_000).statusCode(204);
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(200);
        // When
        send(upload, 100_000, 200_000).statusCode(409).body("type", equalTo("urn:sigap:problem:illegal-move"));
    }

    @Test
    void offsetAndType_areNeeded() {
        String upload = begun(recording.length, "audio/wav", "rekaman.wav");
        citizen.asking()
                .contentType("application/partial-upload")
                .body(recording)
                .patch(upload)
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("Upload-Offset"));
        citizen.asking()
                .header("Upload-Offset", 0)
                .contentType("audio/wav")
                .body(recording)
                .patch(upload)
                .then()
                .statusCode(415);
    }

    private String begun(int size, String mediaType, String name) {
        return declare(
                        citizen,
                        UUID.randomUUID().toString(),
                        Map.of("sizeBytes", size, "mediaType", mediaType, "name", name))
                .statusCode(201)
                .header("Location", containsString(UPLOADS))
                .extract()
                .header("Location");
    }

    private static ValidatableResponse declare(Citizen who, String key, Map<String, ?> wanted) {
        return who.asking()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(wanted)
                .post(UPLOADS)
                .then();
    }

    private ValidatableResponse send(String upload, long from, int to) {
        return part(citizen, upload, from, Arrays.copyOfRange(recording, (int) from, to));
    }

    private static ValidatableResponse part(Citizen who, String upload, long from, byte[] bytes) {
        return who.asking()
                .header("Upload-Offset", from)
                .contentType("application/partial-upload")
                .body(bytes)
                .patch(upload)
                .then();
    }

    private static ValidatableResponse head(Citizen who, String upload) {
        return who.asking().head(upload).then();
    }

    private ValidatableResponse progress(String upload) {
        return head(citizen, upload).statusCode(204);
    }

    private long offset(String upload) {
        return Long.parseLong(progress(upload).extract().header("Upload-Offset"));
    }

    /** Says that more is coming, and hangs up. */
    private void sendAndCut(String upload, byte[] some, int promised) throws IOException {
        try (var wire = new Socket("localhost", RestAssured.port)) {
            String head = "PATCH /api/v1" + upload.replaceFirst(".*/api/v1", "") + " HTTP/1.1\r\nHost: localhost\r\n"
                    + "Sigap-Receipt: " + citizen.receipt() + "\r\nUpload-Offset: 0\r\n"
                    + "Content-Type: application/partial-upload\r\nContent-Length: " + promised + "\r\n\r\n";
            wire.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            wire.getOutputStream().write(some);
            wire.getOutputStream().flush();
        }
    }

    private List<UUID> partsOf(String upload) {
        return QuarkusTransaction.requiringNew().call(() -> parts.of(UUID.fromString(id(upload))));
    }

    private static String id(String upload) {
        return upload.replaceFirst(".*/", "");
    }

    private static boolean isInTheStore(UUID blob) {
        return Files.exists(Surroundings.evidenceDirectory().resolve(blob.toString()));
    }

    private static void sql(String statement) throws SQLException {
        try (Connection owner =
                        SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var change = owner.createStatement()) {
            change.executeUpdate(statement);
        }
    }
}
