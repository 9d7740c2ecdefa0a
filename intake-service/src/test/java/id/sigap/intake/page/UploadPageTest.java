package id.sigap.intake.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.SampleFile;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Evidence over a connection that is cut, from a page that is left, by a browser without scripts. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class UploadPageTest {

    private static final String PARTS = "**/evidence/uploads/*";

    @TestHTTPResource("/case")
    URL address;

    @TempDir
    Path folder;

    private Citizen citizen;
    private Path recording;

    @BeforeEach
    void aReport_andARecording() throws IOException {
        citizen = Citizen.whoReported();
        recording = Files.write(folder.resolve("rekaman.wav"), SampleFile.wav(900_000));
    }

    @Test
    void aFileThatIsChosenBeforeTheScriptsCome_isTakenToo(Visitor visitor) {
        // Given
        Page page = visitor.phone();
        List<Route> scripts = new CopyOnWriteArrayList<>();
        page.route("**/case*.js", scripts::add);
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").press("Enter");
        page.locator("#evidence-file").setInputFiles(recording);
        page.waitForCondition(() -> !scripts.isEmpty());
        // When
        scripts.forEach(Route::resume);
        // Then
        assertThat(page.locator("sigap-upload li")).containsText("diterima");
    }

    @Test
    void anUploadThatIsCut_goesOnWhereItWas(Visitor visitor) {
        // Given: the second part never arrives
        Page page = opened(visitor.phone());
        List<String> kept = keptParts(page);
        var parts = new AtomicInteger();
        page.route(PARTS, route -> {
            if (route.request().method().equals("PATCH") && parts.incrementAndGet() == 2) {
                page.context().setOffline(true);
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        // When
        page.locator("#evidence-file").setInputFiles(recording);
        assertThat(page.locator("sigap-upload li")).containsText("menunggu sambungan");
        assertThat((double) page.locator("sigap-upload progress").evaluate("bar => bar.value"))
                .isBetween(0.29, 0.3);
        visitor.inspect(page, "case-upload-cut");
        page.context().setOffline(false);
        // Then
        assertThat(page.locator("sigap-upload li")).containsText("diterima");
        assertThat(kept).doesNotHaveDuplicates().startsWith("0", "262144").hasSizeGreaterThan(1);
        citizen.follows().body("evidence.sizeBytes", Matchers.contains(900_044));
    }

    @Test
    void anUploadGoesOn_afterThePageWasLoadedAnew_andTheSameFileIsChosenAgain(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        List<String> kept = keptParts(page);
        page.route(PARTS, route -> {
            if (kept.isEmpty()) {
                route.resume();
            } else {
                route.abort("connectionreset");
            }
        });
        page.locator("#evidence-file").setInputFiles(recording);
        assertThat(page.locator("sigap-upload li")).containsText("menunggu sambungan");
        // When
        page.reload(); // until its scripts are there
        page.unrouteAll(); // only now: the page before tries again by itself
        page.locator("#evidence-file").setInputFiles(recording);
        // Then
        assertThat(page.locator("sigap-upload li")).containsText("diterima");
        assertThat(kept).doesNotHaveDuplicates().startsWith("0", "262144");
        citizen.follows().body("evidence", Matchers.hasSize(1));
    }

    @Test
    void anUploadDuringWhichTheSessionEnds_goesOnWithTheReceipt(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        List<String> kept = keptParts(page);
        page.route(PARTS, route -> {
            if (kept.size() == 1) {
                Vault.endSessionsOf(citizen);
                page.unrouteAll();
            }
            route.resume();
        });
        // When
        page.locator("#evidence-file").setInputFiles(recording);
        // Then
        assertThat(page.locator("#ended")).isVisible();
        visitor.inspect(page, "case-session-ended");
        // When
        page.locator("#receipt").fill("0000-0000-0000-0000-0000-0000-0000");
        page.locator("#ended button").click();
        assertThat(page.locator("#receipt-fault")).containsText("tidak membuka");
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("#ended button").click();
        // Then
        assertThat(page.locator("#ended")).isHidden();
        assertThat(page.locator("sigap-upload li")).containsText("diterima");
        assertThat(kept).doesNotHaveDuplicates();
    }

    /** Made smaller, its text could not be read any more. */
    @Test
    void aPicture_isSentAsItIs_howeverLargeItIs(Visitor visitor) throws IOException {
        // Given: what a page that makes pictures smaller would make fit
        Page page = opened(visitor.phone());
        byte[] screenshot = SampleFile.noise(1080, 3_000);
        Path file = Files.write(folder.resolve("tangkapan.png"), screenshot);
        // When
        var begun = page.waitForRequest(
                "**/evidence/uploads", () -> page.locator("#evidence-file").setInputFiles(file));
        // Then
        assertThat(begun.postData()).contains("\"sizeBytes\":" + screenshot.length);
        assertThat(page.locator("sigap-upload li")).containsText("paling besar 1 MB");
    }

    @Test
    void whatNobodyCouldLookAt_isToldAtOnce_inWords(Visitor visitor) {
        // Given
        Page page = opened(visitor.phone());
        byte[] photo = SampleFile.png();
        // When
        page.locator("#evidence-file").setInputFiles(new FilePayload[] {
            new FilePayload("kosong.png", "image/png", new byte[0]),
            new FilePayload("putus.png", "image/png", Arrays.copyOf(photo, photo.length - 12)),
            new FilePayload("surat.pdf", "application/pdf", SampleFile.pdf("x> trailer<</Encrypt 5 0 R")),
        });
        // Then
        assertThat(page.locator("sigap-upload li").nth(0)).containsText("Berkasnya kosong");
        assertThat(page.locator("sigap-upload li").nth(1)).containsText("Bagian akhir berkas ini hilang");
        assertThat(page.locator("sigap-upload li").nth(2)).containsText("PDF ini terkunci");
        visitor.inspect(page, "case-upload-useless");
        citizen.follows().body("evidence", Matchers.hasSize(0));
    }

    @Test
    void aFileThatComesTooLate_isToldSo_inThePagesWords(Visitor visitor) {
        // Given: it is taken back while the page is open
        Page page = opened(visitor.phone());
        citizen.asking().post("/api/v1/report/withdraw").then().statusCode(200);
        // When
        page.locator("#evidence-file").setInputFiles(recording);
        // Then
        assertThat(page.locator("sigap-upload li .fault")).containsText("tidak bisa dilakukan lagi");
    }

    @Test
    void aMessageThatIsRefused_isHeardOfFirst_withoutScripts(Visitor visitor) {
        // Given
        Page page = visitor.phoneWithoutScripts("id");
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").press("Enter");
        // When: there is nothing in it
        page.locator("#say button").press("Enter");
        // Then
        assertThat(page.locator("#faults")).isFocused();
    }

    @Test
    void aFile_isHandedInWithoutScripts_andWhatIsNotTakenIsToldInWords(Visitor visitor) {
        // Given
        Page page = visitor.phoneWithoutScripts("id");
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").press("Enter");
        // When
        page.locator("#evidence-file").setInputFiles(recording);
        page.locator("sigap-upload button").press("Enter");
        // Then
        assertThat(page.locator("section > ul.evidence > li")).containsText("WAV");
        // When
        page.locator("#evidence-file")
                .setInputFiles(
                        new FilePayload("catatan.txt", "text/plain", "bukan bukti".getBytes(StandardCharsets.UTF_8)));
        page.locator("sigap-upload button").press("Enter");
        // Then
        assertThat(page.locator("#evidence-file-fault"))
                .containsText("rekaman suara (MP3, M4A, AAC, AMR, 3GP, OGG, WAV)");
        assertThat(page.locator("#faults")).isFocused();
        assertThat(page.locator("section > ul.evidence > li")).hasCount(1);
        // When: it is empty
        page.locator("#evidence-file").setInputFiles(new FilePayload("x.png", "image/png", new byte[0]));
        page.locator("sigap-upload button").press("Enter");
        // Then
        assertThat(page.locator("#evidence-file-fault")).containsText("Berkasnya kosong");
        // When: none was chosen
        page.locator("sigap-upload button").press("Enter");
        // Then
        assertThat(page.locator("#evidence-file-fault")).containsText("Pilih berkasnya dulu");
        // When: it is too large
        page.locator("#evidence-file").setInputFiles(new FilePayload("x.wav", "audio/wav", SampleFile.wav(2_000_000)));
        page.locator("sigap-upload button").press("Enter");
        // Then
        assertThat(page.locator("#evidence-file-fault")).containsText("paling besar 1 MB");
    }

    /** The offsets of the parts that the service has acknowledged. */
    private static List<String> keptParts(Page page) {
        List<String> offsets = new CopyOnWriteArrayList<>();
        page.onResponse(answer -> {
            Request request = answer.request();
            if (request.method().equals("PATCH") && answer.status() < 300) {
                offsets.add(request.headers().get("upload-offset"));
            }
        });
        return offsets;
    }

    private Page opened(Page page) {
        page.navigate(address.toString());
        page.locator("#receipt").fill(citizen.receipt());
        page.locator("form[action='/case'] button").click();
        assertThat(page.locator("sigap-chat")).isVisible();
        page.waitForLoadState(); // its scripts are there
        return page;
    }
}
