package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import id.sigap.browser.Visitor;
import id.sigap.events.ReportId;
import id.sigap.verification.Citizens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;

/** A case that Sari has taken, and what its reporter and the vault do while a test looks at its page. */
record CaseOnTheDesk(ReportId report, String home, String vault) {

    private static final String DRAFTS =
            "Object.keys(localStorage).filter(key => /^sigap-(draft|waiting)\\//.test(key)).length";

    static CaseOnTheDesk taken(Citizens citizens, String home, String vault) {
        ReportId report = citizens.submit(citizens.aComplaint());
        awaitCase(report, "state", "WAITING");
        move("sari", report, "claim").then().statusCode(200);
        return new CaseOnTheDesk(report, home, vault);
    }

    String path() {
        return home + "desk/cases/" + report;
    }

    /** Its page, for Sari. */
    Page opened(Page page) {
        Session.lend(page, home + "desk", "sari");
        page.navigate(path());
        return page;
    }

    /** Its page, with the conversation live. */
    Page live(Visitor visitor, String language) {
        Page page = opened(visitor.desk(language));
        tellReporterIsHere();
        assertThat(page.locator("[data-state=reporter]")).isVisible();
        return page;
    }

    /** Waits until the browser keeps no drafts, and no message that waits: a page's scripts run after it is shown. */
    static void awaitNoDrafts(Page page) {
        await("no drafts").pollInSameThread().until(() -> page.evaluate(DRAFTS).equals(0));
    }

    void tellReporterIsHere() {
        reporter("here", true);
    }

    /** Numbered from where the conversation begins, so that it has as many. */
    void reporterSaysUntil(int count) {
        reporter("sayUntil", count);
    }

    void reporter(String what, Object value) {
        given().contentType(ContentType.JSON)
                .body(Map.of(what, value))
                .post(vault + "/reporter/" + report)
                .then()
                .statusCode(204);
    }

    void vaultFallsSilent() {
        given().put(vault + "/silent/" + report).then().statusCode(204);
    }

    /** Sent off on the case's page, with nobody to take it. */
    void writtenWhileAway(Page page, String text) {
        vaultFallsSilent();
        assertThat(page.locator("[data-state=offline]")).isVisible();
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
        assertThat(page.locator(".ours p")).hasText(text);
    }

    void vaultIsBack() {
        given().delete(vault + "/silent/" + report).then().statusCode(204);
    }

    /** What the vault has of the conversation, newest part. */
    Response conversation() {
        return given().header("Authorization", "Bearer a.eyJwcmVmZXJyZWRfdXNlcm5hbWUiOiJ0ZXN0In0.b")
                .get(vault + "/api/v1/reports/" + report + "/messages");
    }

    UUID photo(Citizens citizens) {
        return piece(citizens, "image/jpeg", aPhoto());
    }

    /** The vault has made a picture of it. */
    void madeReady(UUID evidence) {
        give(evidence, "image/jpeg", "", aPhoto());
    }

    private static byte[] aPhoto() {
        var image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 1600, 1200, Color.BLUE));
        pen.fillRect(0, 0, 1600, 1200);
        pen.setColor(Color.BLACK);
        pen.setFont(pen.getFont().deriveFont(80f));
        pen.drawString("+62 811 0000 42", 120, 240);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Twenty seconds of a tone. */
    UUID recording(Citizens citizens) throws IOException {
        return piece(citizens, "audio/mpeg", sample("recording.mp3"));
    }

    /** A recording of which nothing is heard. @param state why */
    UUID unheard(Citizens citizens, String state) throws IOException {
        return piece(citizens, "audio/mpeg", "?state=" + state, sample("recording.mp3"));
    }

    /** A recording that nobody here can decode, nor play. */
    UUID oldRecording(Citizens citizens) {
        return piece(citizens, "audio/amr", "#!AMR\n".getBytes());
    }

    /** Two seconds of a screen. */
    UUID film(Citizens citizens) throws IOException {
        return piece(citizens, "video/mp4", sample("film.mp4"));
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream file = CaseOnTheDesk.class.getResourceAsStream("/samples/" + name)) {
            return file.readAllBytes();
        }
    }

    /** A photo of which nothing is shown. @param state why */
    UUID unshown(Citizens citizens, String state) {
        return piece(citizens, "image/heic", "?state=" + state, new byte[100]);
    }

    private UUID piece(Citizens citizens, String mediaType, byte[] bytes) {
        return piece(citizens, mediaType, "", bytes);
    }

    private UUID piece(Citizens citizens, String mediaType, String state, byte[] bytes) {
        UUID evidence = citizens.attach(report, mediaType).evidence().value();
        give(evidence, mediaType, state, bytes);
        awaitCase(report, "evidence.find { it.evidence == '" + evidence + "' }.evidence", evidence.toString());
        return evidence;
    }

    private void give(UUID evidence, String mediaType, String state, byte[] bytes) {
        given().contentType(mediaType)
                .body(bytes)
                .put(vault + "/files/" + evidence + state)
                .then()
                .statusCode(204);
    }
}
