package id.sigap.intake.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.sigap.events.ReportId;
import id.sigap.events.Topic;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.FakeClamAv;
import id.sigap.intake.testing.InstalledFfmpeg;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.reliable.InboxLag;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import id.sigap.testing.TopicReader;
import id.sigap.testing.Topics;
import id.sigap.testing.tools.RequiresTool;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class EvidenceTest {

    @Inject
    Orphans orphans;

    @Inject
    InboxLag inbox;

    @Inject
    MeterRegistry metrics;

    @AfterEach
    void scannerComesBack() {
        FakeClamAv.comeBack();
    }

    @Test
    void cleanFile_isSealed_said_andReadBackByAnOfficer() throws NoSuchAlgorithmException, IOException {
        // Given
        var citizen = Citizen.whoReported();
        byte[] recording = SampleFile.wav(200_000);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(recording));
        // When
        String id = citizen.handsIn(recording, "audio/wav")
                .statusCode(201)
                .body("state", equalTo("CLEAN"))
                .body("check", equalTo("SCANNED"))
                .body("sha256", equalTo(sha256))
                .extract()
                .path("evidence");
        // Then
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            var said = topic.await(citizen.report(), EvidenceAttached.class);
            assertThat(said.evidence().sha256()).isEqualTo(sha256);
            assertThat(said.check()).isEqualTo(EvidenceCheck.SCANNED);
        }
        byte[] shown = given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report() + "/evidence/" + id + "/content")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .extract()
                .asByteArray();
        assertThat(shown).isEqualTo(recording);
        byte[] blob = Files.readAllBytes(Surroundings.evidenceDirectory().resolve(id));
        assertThat(new String(blob, StandardCharsets.ISO_8859_1)).doesNotContain("RIFF");
    }

    @Test
    void sameFileAgain_isTheSameEvidence() {
        // Given
        var citizen = Citizen.whoReported();
        byte[] photo = SampleFile.png();
        String first = citizen.handsIn(photo, "image/png").extract().path("evidence");
        // When
        String second =
                citizen.handsIn(photo, "image/png").statusCode(201).extract().path("evidence");
        // Then
        assertThat(second).isEqualTo(first);
        citizen.follows().body("evidence", hasSize(1)).body("timeline.code", hasItem("EVIDENCE_ATTACHED"));
    }

    @Test
    void virus_isRefused_neverSaid_neverShown() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        String id = citizen.handsIn(SampleFile.pdf(FakeClamAv.EICAR), "application/pdf")
                .statusCode(201)
                .body("state", equalTo("REFUSED"))
                .extract()
                .path("evidence");
        // Then
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report() + "/evidence/" + id + "/content")
                .then()
                .statusCode(409);
        citizen.follows().body("timeline.code", hasItem("EVIDENCE_REFUSED"));
        citizen.handsIn(SampleFile.png(), "image/png").body("state", equalTo("CLEAN"));
        try (var topic = TopicReader.of(Topic.REPORTS)) {
            topic.await(citizen.report(), EvidenceAttached.class);
            assertThat(topic.allOf(citizen.report()))
                    .noneSatisfy(said -> assertThat(new String(said.record().value(), StandardCharsets.UTF_8))
                            .contains(id));
        }
    }

    @Test
    void scannerAway_keepsTheFileWithheld_untilItIsBack() {
        // Given
        var citizen = Citizen.whoReported();
        FakeClamAv.goAway();
        // When
        citizen.handsIn(SampleFile.png(), "image/png").statusCode(201).body("state", equalTo("QUARANTINED"));
        citizen.follows().body("timeline.code", not(hasItem("EVIDENCE_ATTACHED")));
        FakeClamAv.comeBack();
        // Then
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> citizen.follows().body("evidence[0].state", equalTo("CLEAN")));
    }

    @Test
    void whatCantBeOpened_comesRarer_andOthersAfterIt() throws SQLException {
        // Given: its case's key can't be read
        FakeClamAv.goAway();
        var spoilt = Citizen.whoReported();
        spoilt.handsIn(SampleFile.png(), "image/png").body("state", equalTo("QUARANTINED"));
        var citizen = Citizen.whoReported();
        citizen.handsIn(SampleFile.png(), "image/png").body("state", equalTo("QUARANTINED"));
        change("update case_key set files = files || 'x' where case_id = ?", spoilt);
        // When
        FakeClamAv.comeBack();
        change("update evidence set next_check_at = now() where case_id = ?", spoilt);
        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(fruitlessChecks(spoilt)).isPositive());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> citizen.follows().body("evidence[0].state", equalTo("CLEAN")));
        // When: somebody mends it
        change("update case_key set files = substring(files from 1 for length(files) - 1) where case_id = ?", spoilt);
        change("update evidence set next_check_at = now() where case_id = ?", spoilt);
        // Then
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> spoilt.follows().body("evidence[0].state", equalTo("CLEAN")));
    }

    private static void change(String update, Citizen citizen) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement(update)) {
            statement.setObject(1, citizen.id().value());
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private static int fruitlessChecks(Citizen citizen) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement("select fruitless_checks from evidence where case_id = ?")) {
            statement.setObject(1, citizen.id().value());
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "image/jpeg, foto.jfif",
        "image/jpg, Foto 10.30",
        "image/heic, IMG_0001.HEIC",
        "audio/mp4a-latm, ../../rekaman.wav",
        "application/octet-stream, sms.png.exe"
    })
    void nameAndDeclaredType_dontCount(String contentType, String name) {
        // Given
        var citizen = Citizen.whoReported();
        // When
        var answer = citizen.asking()
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .contentType(contentType)
                .body(SampleFile.png())
                .post("/api/v1/report/evidence")
                .then();
        // Then
        answer.statusCode(201).body("mediaType", equalTo("image/png"));
    }

    static Stream<Arguments> whatNobodyCouldLookAt() {
        byte[] photo = SampleFile.photoTakenAt("-6.2088,106.8456", 640, 480);
        return Stream.of(
                Arguments.of(new byte[0], 400, "evidence-empty"),
                Arguments.of(Arrays.copyOf(photo, photo.length / 2), 422, "evidence-cut-off"),
                Arguments.of(SampleFile.pdf("x> trailer<</Encrypt 5 0 R"), 422, "evidence-locked"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("whatNobodyCouldLookAt")
    void whatNobodyCouldLookAt_isSaidAtOnce_inWords(byte[] file, int status, String code) {
        // Given
        var citizen = Citizen.whoReported();
        // When
        var answer = citizen.handsIn(file, "image/jpeg");
        // Then
        answer.statusCode(status)
                .body("type", equalTo("urn:sigap:problem:" + code))
                .body("title", not(containsString("evidence-")))
                .body("detail", anyOf(containsString("file"), containsString("PDF")));
        citizen.follows().body("evidence", hasSize(0));
    }

    @Test
    void typeThatIsNotTaken_isRefused() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        var answer = citizen.handsIn("#!/bin/sh\nrm -rf /\n".getBytes(StandardCharsets.US_ASCII), "image/png");
        // Then
        answer.statusCode(415).body("type", equalTo("urn:sigap:problem:evidence-type-not-taken"));
    }

    @Test
    void fileOverTheLimit_isRefused_andLeavesNothing() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        // When
        var answer = citizen.handsIn(SampleFile.wav(1_200_000), "audio/wav");
        // Then
        answer.statusCode(413).contentType("application/problem+json");
        citizen.follows().body("evidence", hasSize(0));
        try (var files = Files.list(Surroundings.evidenceDirectory())) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".draft"));
        }
    }

    @Test
    void storeThatCantBeWritten_isSaidInWords_andTheFileIsTakenOnceItCan() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        Path store = Surroundings.evidenceDirectory();
        Path away = Files.move(store, store.resolveSibling("away"));
        // When
        try {
            citizen.handsIn(SampleFile.png(), "image/png")
                    .statusCode(503)
                    .body("type", equalTo("urn:sigap:problem:evidence-store-unavailable"));
        } finally {
            Files.move(away, store);
        }
        // Then
        citizen.handsIn(SampleFile.png(), "image/png").statusCode(201);
    }

    @Test
    void oneFileTooMany_isRefused() {
        // Given
        var citizen = Citizen.whoReported();
        for (int i = 0; i < 4; i++) {
            citizen.handsIn(SampleFile.png(), "image/png").statusCode(201);
        }
        // When
        var answer = citizen.handsIn(SampleFile.png(), "image/png");
        // Then
        answer.statusCode(409).body("type", equalTo("urn:sigap:problem:evidence-too-many"));
    }

    @Test
    void evidenceOfAnotherReport_isNotFound() {
        // Given
        var citizen = Citizen.whoReported();
        var other = Citizen.whoReported();
        String id = citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence");
        // When
        var answer = given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + other.report() + "/evidence/" + id + "/content")
                .then();
        // Then
        answer.statusCode(404);
    }

    @Test
    void blobWithoutARow_liesInQuarantine_forAMonth_oneWithARowStays() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        Path kept =
                blob(citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence"));
        Path orphan = blob(UUID.randomUUID().toString());
        Files.writeString(orphan, "left behind");
        wasWritten(orphan, Duration.ofDays(1));
        wasWritten(kept, Duration.ofDays(1));
        // When
        sweepUntil(() -> assertThat(orphan).doesNotExist());
        // Then
        assertThat(kept).exists();
        assertThat(quarantined(orphan)).hasContent("left behind");
        // When
        wasWritten(quarantined(orphan), Duration.ofDays(31));
        // Then
        sweepUntil(() -> assertThat(quarantined(orphan)).doesNotExist());
        assertThat(kept).exists();
    }

    @Test
    @RequiresTool(InstalledFfmpeg.class)
    void whatIsShownOfEvidence_isNamedByItsRow_andStays() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        String id = citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence");
        Path shown = await().until(() -> shownOf(id), Optional::isPresent).orElseThrow();
        Path orphan = blob(UUID.randomUUID().toString());
        Files.writeString(orphan, "left behind");
        wasWritten(orphan, Duration.ofDays(1));
        wasWritten(shown, Duration.ofDays(1));
        // When
        sweepUntil(() -> assertThat(orphan).doesNotExist());
        // Then
        assertThat(shown).exists();
    }

    private static Optional<Path> shownOf(String id) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement("select blob from derivative where evidence = ?::uuid")) {
            statement.setString(1, id);
            var rows = statement.executeQuery();
            return rows.next() ? Optional.ofNullable(rows.getString(1)).map(EvidenceTest::blob) : Optional.empty();
        }
    }

    @Test
    void quarantinedBlob_thatHasARowAgain_isTakenBack() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        Path blob =
                blob(citizen.handsIn(SampleFile.png(), "image/png").extract().path("evidence"));
        Files.move(blob, quarantined(blob));
        // Then
        sweepUntil(() -> assertThat(blob).exists());
    }

    @Test
    void moreOrphans_thanUploadsThatDiedLeaveBehind_areNotTouched() throws IOException {
        // Given
        List<Path> orphans = new ArrayList<>();
        for (int i = 0; i <= Orphans.FEW; i++) {
            Path orphan = blob(UUID.randomUUID().toString());
            Files.writeString(orphan, "evidence of another database");
            wasWritten(orphan, Duration.ofDays(1));
            orphans.add(orphan);
        }
        // When
        sweepUntil(() -> assertThat(
                        metrics.get("sigap.evidence.orphans.untouched").gauge().value())
                .isEqualTo(orphans.size()));
        // Then
        assertThat(orphans).allMatch(Files::exists);
        // When
        Files.delete(orphans.removeFirst());
        // Then
        sweepUntil(() -> assertThat(orphans).noneMatch(Files::exists));
        assertThat(metrics.get("sigap.evidence.orphans.untouched").gauge().value())
                .isZero();
    }

    @Test
    void nothingIsSwept_whileTheInboxIsBehindKafka() throws IOException, SQLException {
        // Given
        var citizen = Citizen.whoReported();
        Path orphan = blob(UUID.randomUUID().toString());
        Files.writeString(orphan, "left behind");
        wasWritten(orphan, Duration.ofDays(1));
        try (Connection owner =
                        SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                Statement lock = owner.createStatement()) {
            owner.setAutoCommit(false);
            lock.execute("lock table inbox in access exclusive mode");
            Topics.publish(
                    new CaseClaimed(new ReportId(UUID.fromString(citizen.report())), "officer-1", Instant.now()), 1L);
            await().until(inbox::isBehind);
            // When
            orphans.sweep();
            // Then
            assertThat(orphan).exists();
            owner.rollback();
        }
        sweepUntil(() -> assertThat(orphan).doesNotExist());
    }

    /** A sweep does nothing while this service has yet to hear what other tests said. */
    private void sweepUntil(ThrowingRunnable swept) {
        await().untilAsserted(() -> {
            orphans.sweep();
            swept.run();
        });
    }

    private static Path blob(String id) {
        return Surroundings.evidenceDirectory().resolve(id);
    }

    private static Path quarantined(Path blob) {
        return blob.resolveSibling("quarantine").resolve(blob.getFileName());
    }

    private static void wasWritten(Path file, Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }
}
