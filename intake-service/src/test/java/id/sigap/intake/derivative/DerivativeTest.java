package id.sigap.intake.derivative;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import id.sigap.intake.evidence.NamedBlobs;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.InstalledFfmpeg;
import id.sigap.intake.testing.InstalledHeifConvert;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Surroundings;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.Tokens;
import id.sigap.testing.tools.RequiresTool;
import io.quarkus.arc.All;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
@RequiresTool(InstalledFfmpeg.class)
class DerivativeTest {

    private static final String PLACE = InstalledFfmpeg.PLACE;

    @Inject
    @All
    List<NamedBlobs> named;

    @TestHTTPResource(value = "/metrics", management = true)
    URL metrics;

    @Test
    void aPhotosPlace_neverReachesWhoLooksAtIt_andTheOriginalStaysAsItIs() throws IOException {
        // Given
        var citizen = Citizen.whoReported();
        byte[] photo = SampleFile.photoTakenAt(PLACE, 640, 480);
        // When
        String id = ready(citizen, photo);
        byte[] shown = look(citizen, id, "/derivative")
                .statusCode(200)
                .contentType("image/jpeg")
                .extract()
                .asByteArray();
        byte[] original =
                look(citizen, id, "/content").statusCode(200).extract().asByteArray();
        // Then: upright, and not a word of where it was
        assertThat(text(shown)).doesNotContain(PLACE).doesNotContain("Exif");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown)).getWidth()).isEqualTo(480);
        assertThat(original).isEqualTo(photo);
        // And: who looked at which is known
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/reports/" + citizen.report() + "/accesses")
                .then()
                .body("items.findAll { it.item == '" + id + "' }.what", contains("DERIVATIVE", "EVIDENCE"));
    }

    @Test
    void whatIsMade_isSealed_namedByItsRow_andGoesWithItsCase() throws Exception {
        // Given
        var citizen = Citizen.whoReported();
        String id = ready(citizen, SampleFile.png());
        UUID blob = blobOf(id);
        Path file = Surroundings.evidenceDirectory().resolve(blob.toString());
        // Then
        assertThat(text(Files.readAllBytes(file))).doesNotContain("PNG").doesNotContain("IHDR");
        assertThat(named).anyMatch(rows -> !rows.among(List.of(blob)).isEmpty());
        // When
        given().auth()
                .oauth2(Tokens.regulator())
                .delete("/api/v1/reports/" + citizen.report() + "/personal-data")
                .then()
                .statusCode(204);
        // Then
        assertThat(file).doesNotExist();
        assertThat(named).noneMatch(rows -> !rows.among(List.of(blob)).isEmpty());
        look(citizen, id, "/derivative").statusCode(410);
    }

    @Test
    void aPictureOfMorePixelsThanAnyPhoneTakes_isOnlySaved() {
        // Given
        var citizen = Citizen.whoReported();
        byte[] bomb = SampleFile.pngThatClaims(65_535, 65_535);
        // When
        String id = handedIn(citizen, bomb);
        // Then
        state(citizen, "IMPOSSIBLE");
        look(citizen, id, "/derivative").statusCode(404);
        look(citizen, id, "/content").statusCode(200);
    }

    /** It ended the service, or whoever made it, at every try: it was tried for ever, and the page said that it would come in a moment. */
    @Test
    void whatNobodyCameToAnEndWith_isGivenUp_onlySaved_andShown() throws SQLException {
        // Given
        var citizen = Citizen.whoReported();
        String id = ready(citizen, SampleFile.png());
        // When: as the row stands after three services that died
        change(
                "update derivative set blob = null, media_type = null, size_bytes = null, tries = 3, next_try_at = now()",
                id);
        // Then
        state(citizen, "IMPOSSIBLE");
        look(citizen, id, "/derivative").statusCode(404);
        look(citizen, id, "/content").statusCode(200);
        assertThat(given().get(metrics).asString()).containsPattern("(?m)^sigap_derivatives_failed(\\{.*})? [1-9]");
    }

    @Test
    void whatFailsInOurOwnCode_isGivenUp_afterAsManyTries() throws SQLException {
        // Given
        var citizen = Citizen.whoReported();
        String id = ready(citizen, SampleFile.png());
        // When: the last try of what the studio knows nothing to make of
        change("update evidence set type = 'PDF'", "id", id);
        change(
                "update derivative set blob = null, media_type = null, size_bytes = null, tries = 2, next_try_at = now()",
                id);
        // Then
        state(citizen, "IMPOSSIBLE");
    }

    @ParameterizedTest
    @CsvSource({"heic, image/jpeg", "avif, image/jpeg"})
    @RequiresTool(InstalledHeifConvert.class)
    void whatNoBrowserShows_isMadeIntoWhatItDoes(String extension, String mediaType) {
        // Given
        var citizen = Citizen.whoReported();
        // When
        String id = ready(citizen, SampleFile.resource("photo." + extension));
        // Then
        look(citizen, id, "/derivative").statusCode(200).contentType(mediaType);
    }

    @ParameterizedTest
    @CsvSource({"3gp, SOUND, audio/3gpp, audio/mpeg", "mp4, FILM, video/mp4, video/mp4"})
    void whatAndroidRecords_isTaken_andCanBePlayedFromAnywhere(
            String extension, String form, String mediaType, String shownAs) {
        // Given
        var citizen = Citizen.whoReported();
        byte[] recording = form.equals("FILM") ? InstalledFfmpeg.film(extension) : InstalledFfmpeg.call(extension);
        // When
        String id = ready(citizen, recording);
        // Then
        citizen.follows().body("evidence.mediaType", contains(mediaType));
        byte[] shown = look(citizen, id, "/derivative")
                .statusCode(200)
                .contentType(shownAs)
                .extract()
                .asByteArray();
        byte[] part = given().auth()
                .oauth2(Tokens.officer())
                .header("Range", "bytes=100-199")
                .get(place(citizen, id) + "/derivative")
                .then()
                .statusCode(206)
                .extract()
                .asByteArray();
        assertThat(part).isEqualTo(Arrays.copyOfRange(shown, 100, 200));
    }

    /** It went to the officer's browser as it came, and stood in the log as if they had asked for the original. */
    @ParameterizedTest
    @ValueSource(strings = {"mp3", "m4a", "ogg", "wav"})
    void whatBrowsersPlay_isHeardWithoutWhatItsRecorderWroteBesideIt(String extension) {
        // Given
        var citizen = Citizen.whoReported();
        byte[] call = InstalledFfmpeg.call(extension);
        // When
        String id = ready(citizen, call);
        byte[] heard = look(citizen, id, "/derivative")
                .statusCode(200)
                .contentType("audio/mpeg")
                .extract()
                .asByteArray();
        // Then
        assertThat(text(call)).contains(PLACE);
        assertThat(text(heard)).doesNotContain(PLACE).doesNotContain("ID3").doesNotContain("Lav");
        given().auth()
                .oauth2(Tokens.regulator())
                .get("/api/v1/reports/" + citizen.report() + "/accesses")
                .then()
                .body("items.findAll { it.item == '" + id + "' }.what", contains("DERIVATIVE"));
    }

    @Test
    void aDocument_isLeftAlone() {
        // Given
        var citizen = Citizen.whoReported();
        // When
        String id = handedIn(citizen, SampleFile.pdf("surat"));
        // Then
        derivatives(citizen).body("", hasSize(0));
        look(citizen, id, "/derivative").statusCode(404);
    }

    @Test
    void nobodyButStaff_looksAtIt_andNobodyAtAnothersCase() {
        // Given
        var citizen = Citizen.whoReported();
        var other = Citizen.whoReported();
        String id = ready(citizen, SampleFile.png());
        // When, then
        citizen.asking().get(place(citizen, id) + "/derivative").then().statusCode(401);
        look(other, id, "/derivative").statusCode(404);
        given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/appeals/" + citizen.report() + "/derivatives")
                .then()
                .statusCode(403);
    }

    private static String handedIn(Citizen citizen, byte[] file) {
        return citizen.handsIn(file, "application/octet-stream")
                .statusCode(201)
                .body("state", equalTo("CLEAN"))
                .extract()
                .path("evidence");
    }

    private static String ready(Citizen citizen, byte[] file) {
        String id = handedIn(citizen, file);
        state(citizen, "READY");
        return id;
    }

    private static void state(Citizen citizen, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> derivatives(citizen).body("state", contains(state)));
    }

    private static ValidatableResponse derivatives(Citizen citizen) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get("/api/v1/reports/" + citizen.report() + "/derivatives")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse look(Citizen citizen, String id, String what) {
        return given().auth()
                .oauth2(Tokens.officer())
                .get(place(citizen, id) + what)
                .then();
    }

    private static String place(Citizen citizen, String id) {
        return "/api/v1/reports/" + citizen.report() + "/evidence/" + id;
    }

    private static void change(String update, String id) throws SQLException {
        change(update, "evidence", id);
    }

    private static void change(String update, String key, String id) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement(update + " where " + key + " = ?")) {
            statement.setObject(1, UUID.fromString(id));
            assertThat(statement.executeUpdate()).isOne();
        }
    }

    private static UUID blobOf(String id) throws SQLException {
        try (var owner = SharedInfrastructure.database(Surroundings.DATABASE).asOwner();
                var statement = owner.prepareStatement("select blob from derivative where evidence = ?")) {
            statement.setObject(1, UUID.fromString(id));
            var rows = statement.executeQuery();
            assertThat(rows.next()).isTrue();
            return rows.getObject(1, UUID.class);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
