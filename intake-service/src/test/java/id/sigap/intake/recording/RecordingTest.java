package id.sigap.intake.recording;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.InstalledFfmpeg;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class RecordingTest {

    @ParameterizedTest
    @CsvSource({"mp3, audio/mpeg", "ogg, audio/ogg", "m4a, audio/mp4", "wav, audio/wav"})
    void aRecording_hasItsWaveform_whateverRecordedIt(String extension, String mediaType) {
        // Given
        var citizen = Citizen.whoReported();
        String id = made(citizen, "READY", InstalledFfmpeg.call(extension), mediaType);
        // When
        var shown = peaks(citizen, id).statusCode(200).extract();
        // Then: a second of silence, then two of a tone
        assertThat(shown.<Integer>path("durationMillis")).isBetween(2_900, 3_300);
        List<Integer> peaks = shown.path("peaks");
        assertThat(peaks).hasSizeBetween(200, 800);
        assertThat(peaks.get(peaks.size() / 6)).isLessThan(20);
        assertThat(peaks.get(peaks.size() / 2)).isGreaterThan(80);
    }

    @Test
    void anOldPhonesRecording_hasItsWaveformToo() {
        // Given
        InstalledFfmpeg.require();
        var citizen = Citizen.whoReported();
        String id = made(citizen, "READY", SampleFile.amr(), "audio/amr");
        // When
        var answer = peaks(citizen, id).statusCode(200).extract();
        // Then: as long as what is heard, which ends with a whole frame
        assertThat(answer.<Integer>path("durationMillis")).isBetween(3_000, 3_150);
        assertThat(answer.<List<Integer>>path("peaks")).hasSizeBetween(300, 315);
    }

    @Test
    void theWaveform_isMeasuredOnce_keptSealed_andGoesWithItsCase() throws SQLException {
        // Given
        InstalledFfmpeg.require();
        var citizen = Citizen.whoReported();
        String id = made(citizen, "READY", SampleFile.wav(16_000), "audio/wav");
        List<Integer> first = peaks(citizen, id).extract().path("peaks");
        // When
        List<Integer> second = peaks(citizen, id).extract().path("peaks");
        // Then
        assertThat(second).isNotEmpty().isEqualTo(first);
        byte[] kept = shapes(id).getFirst();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("peaks");
        // When
        officer("wira")
                .delete("/api/v1/reports/" + citizen.report() + "/personal-data")
                .then()
                .statusCode(204);
        // Then
        assertThat(shapes(id)).isEmpty();
        peaks(citizen, id).statusCode(410);
    }

    @Test
    void whatOnlyClaimsToBeARecording_hasNoWaveform() {
        // Given
        InstalledFfmpeg.require();
        var citizen = Citizen.whoReported();
        byte[] nothing = Arrays.copyOf("ID3".getBytes(StandardCharsets.US_ASCII), 5_000);
        String id = made(citizen, "IMPOSSIBLE", nothing, "audio/mpeg");
        // When
        var answer = peaks(citizen, id);
        // Then
        answer.statusCode(200).body("peaks", hasSize(0));
    }

    /** It ended the service once, and again at each look at its case. */
    @Test
    void aHeaderThatLies_hasNoWaveform_andIsNoHarm() {
        // Given: eight channels, as many samples a second as can be said
        InstalledFfmpeg.require();
        var citizen = Citizen.whoReported();
        String id = made(citizen, "IMPOSSIBLE", SampleFile.wavThatClaims(Integer.MAX_VALUE, 8), "audio/wav");
        // When
        var answer = peaks(citizen, id);
        // Then
        answer.statusCode(200).body("peaks", hasSize(0));
    }

    @Test
    void aPicture_hasNeitherWaveformNorNotes() {
        // Given
        var citizen = Citizen.whoReported();
        String id = handedIn(citizen, SampleFile.png(), "image/png");
        // When, then
        peaks(citizen, id).statusCode(404);
        note(citizen, id, "sari", "k1", 10, "Apa?").statusCode(404);
    }

    @Test
    void aRange_isThePartThatWasAskedFor() {
        // Given
        var citizen = Citizen.whoReported();
        byte[] recording = SampleFile.wav(100_000);
        String id = handedIn(citizen, recording, "audio/wav");
        // When
        byte[] part = content(citizen, id, "bytes=50000-59999")
                .statusCode(206)
                .header("Content-Range", "bytes 50000-59999/" + recording.length)
                .extract()
                .asByteArray();
        byte[] end = content(citizen, id, "bytes=-10").statusCode(206).extract().asByteArray();
        // Then
        assertThat(part).isEqualTo(Arrays.copyOfRange(recording, 50_000, 60_000));
        assertThat(end).isEqualTo(Arrays.copyOfRange(recording, recording.length - 10, recording.length));
        content(citizen, id, "bytes=" + recording.length + "-").statusCode(416);
        content(citizen, id, "bytes=0-1,5-6").statusCode(200);
    }

    @Test
    void aNote_isKeptOnce_andTakenBackByItsAuthorOnly() {
        // Given
        var citizen = Citizen.whoReported();
        String id = handedIn(citizen, SampleFile.wav(8_000), "audio/wav");
        // When
        String written = note(citizen, id, "sari", "k1", 61_500, "Menyebut nama bank.")
                .statusCode(201)
                .extract()
                .path("note");
        note(citizen, id, "sari", "k1", 61_500, "Menyebut nama bank.")
                .statusCode(201)
                .body("note", equalTo(written));
        note(citizen, id, "sari", "k1", 61_500, "Menyebut nama lain.").statusCode(422);
        note(citizen, id, "sari", "k1", 61_501, "Menyebut nama bank.").statusCode(422);
        note(citizen, id, "budi", "k1", 1_000, "Salam.").statusCode(201);
        // Then
        notes(citizen, id)
                .body("text", equalTo(List.of("Salam.", "Menyebut nama bank.")))
                .body("atMillis", equalTo(List.of(1_000, 61_500)))
                .body("author", equalTo(List.of("budi", "sari")));
        String place = place(citizen, id) + "/notes/" + written;
        officer("budi").delete(place).then().statusCode(403);
        officer("sari").delete(place).then().statusCode(204);
        notes(citizen, id).body("text", equalTo(List.of("Salam.")));
    }

    @Test
    void aNote_thatIsTooLong_orNowhere_isRefused_andNoneIsTakenOnceItIsOver() {
        // Given
        var citizen = Citizen.whoReported();
        String id = handedIn(citizen, SampleFile.wav(8_000), "audio/wav");
        // When, then
        note(citizen, id, "sari", "k1", -1, "x".repeat(501))
                .statusCode(400)
                .body("errors.field", hasItem("text"))
                .body("errors.field", hasItem("atMillis"));
        note(citizen, id, "wira", "k1", 1, "Regulator membaca saja.").statusCode(403);
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(200);
        note(citizen, id, "sari", "k2", 1, "Terlambat.").statusCode(409);
    }

    @Test
    void everyLook_isLoggedWithWhoLooked() {
        // Given
        var citizen = Citizen.whoReported();
        String id = handedIn(citizen, SampleFile.wav(8_000), "audio/wav");
        String report = "/api/v1/reports/" + citizen.report();
        // When
        for (String path : List.of(
                report,
                report + "/messages",
                report + "/evidence",
                place(citizen, id) + "/content",
                place(citizen, id) + "/peaks",
                place(citizen, id) + "/notes")) {
            officer("sari").get(path).then().statusCode(200);
        }
        // Then
        var log = officer("wira").get(report + "/accesses").then();
        log.body("items.what", equalTo(List.of("REPORT", "MESSAGES", "EVIDENCE_LIST", "EVIDENCE", "PEAKS", "NOTES")))
                .body("items.findAll { it.who == 'officer:sari' }", hasSize(6))
                .body("items.findAll { it.item == '" + id + "' }.what", equalTo(List.of("EVIDENCE", "PEAKS", "NOTES")));
    }

    private static String handedIn(Citizen citizen, byte[] file, String mediaType) {
        return citizen.handsIn(file, mediaType)
                .statusCode(201)
                .body("state", equalTo("CLEAN"))
                .extract()
                .path("evidence");
    }

    private static String made(Citizen citizen, String state, byte[] file, String mediaType) {
        String id = handedIn(citizen, file, mediaType);
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> officer("sari")
                .get("/api/v1/reports/" + citizen.report() + "/derivatives")
                .then()
                .body("state", contains(state)));
        return id;
    }

    private static RequestSpecification officer(String account) {
        String token =
                switch (account) {
                    case "budi" -> Tokens.secondOfficer();
                    case "wira" -> Tokens.regulator();
                    default -> Tokens.officer();
                };
        return given().auth().oauth2(token);
    }

    private static String place(Citizen citizen, String id) {
        return "/api/v1/reports/" + citizen.report() + "/evidence/" + id;
    }

    private static ValidatableResponse peaks(Citizen citizen, String id) {
        return officer("sari").get(place(citizen, id) + "/peaks").then();
    }

    private static ValidatableResponse content(Citizen citizen, String id, String range) {
        return officer("sari")
                .header("Range", range)
                .get(place(citizen, id) + "/content")
                .then();
    }

    private static ValidatableResponse notes(Citizen citizen, String id) {
        return officer("sari").get(place(citizen, id) + "/notes").then().statusCode(200);
    }

    private static ValidatableResponse note(
            Citizen citizen, String id, String account, String key, int atMillis, String text) {
        return officer(account)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(Map.of("atMillis", atMillis, "text", text))
                .post(place(citizen, id) + "/notes")
                .then();
    }

    private static List<byte[]> shapes(String id) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement("select sealed from recording_shape where evidence = ?")) {
            statement.setObject(1, UUID.fromString(id));
            var rows = statement.executeQuery();
            return rows.next() ? List.of(rows.getBytes(1)) : List.of();
        }
    }
}
