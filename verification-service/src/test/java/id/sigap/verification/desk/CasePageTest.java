package id.sigap.verification.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.desk.Workplace.activate;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import id.sigap.phone.Suspect;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case, as officers work on it. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
@ExtendWith(Browsing.class)
class CasePageTest {

    @Inject
    Citizens citizens;

    @Inject
    Workplace workplace;

    @ConfigProperty(name = "sigap.verification.vault.url")
    String vault;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @Test
    void whatIsMissing_isNamedBesideItsField(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        // When
        activate(page.locator("#reject button").first());
        // Then
        assertThat(page.locator("#reason-fault")).containsText("Choose at least one");
        visitor.inspect(page, "desk-case-faults");
        // When
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        page.reload();
        page.locator("#number").fill("nobody!");
        activate(page.locator("#verify button"));
        // Then
        assertThat(page.locator("#number-fault")).isVisible();
        assertThat(page.locator("#number")).hasValue("nobody!");
        awaitCase(report, "state", "CLAIMED");
    }

    /** A name can't be blocked: it is said, and the number to block is theirs to name. */
    @Test
    void aSendersName_isShownAsOne_andNotOfferedAsTheNumberToBlock(Visitor visitor) {
        // Given
        ReportId report = citizens.submit(citizens.aComplaint()
                .about(Suspect.of(new SenderName("BANK-CONTOH")))
                .withMoneyLost()
                .at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        Page page = workplace.loggedIn(visitor, "id", "sari");
        // When
        activate(page.locator("#next button"));
        // Then
        assertThat(page.locator(".facts")).containsText("Nama pengirim");
        assertThat(page.locator(".casehead .number")).hasText("BANK-CONTOH");
        assertThat(page.locator("#number")).hasValue("");
        visitor.inspect(page, "desk-case-sender-name");
    }

    /** Back and reload never ask to send anything again, and the language can be changed. */
    @Test
    void whatWasRefused_hasAnAddress_forItsSenderAlone(Visitor visitor) {
        // Given
        workplace.first();
        Page page = workplace.loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        activate(page.locator("#reject button").first());
        assertThat(page.locator("#reason-fault")).containsText("Choose at least one");
        String address = page.url();
        // When
        page.reload();
        page.goBack();
        page.goForward();
        // Then
        assertThat(page.locator("#reason-fault")).containsText("Choose at least one");
        // When
        page.locator("a.language").click();
        // Then
        assertThat(page.locator("#reason-fault")).containsText("Pilih");
        // When
        Page others = workplace.loggedIn(visitor, "en", "budi");
        others.navigate(address);
        // Then
        assertThat(others.locator("h1")).isVisible();
        assertThat(others.locator("#reason-fault")).hasCount(0);
    }

    @Test
    void whoLostACase_isToldWhoHasIt(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor, "en", "sari");
        page.navigate(workplace.pathOf(report));
        activate(page.locator("#claim button"));
        page.locator("#reject [value=TOO_OLD]").check();
        // When: a supervisor gives the case to another
        move("dewi", report, "assign", "{\"officer\": \"budi\"}").then().statusCode(200);
        activate(page.locator("#reject button").first());
        // Then
        assertThat(page.locator("#refused")).containsText("The officer budi has this case");
        assertThat(page.locator("#held")).containsText("budi");
        awaitCase(report, "state", "CLAIMED");
    }

    @Test
    void aProtectedNumber_waitsForAnotherOfficer(Visitor visitor) {
        // Given
        var number = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+628110000777");
        ReportId report = citizens.submit(citizens.aComplaint().about(number).at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "verify").then().statusCode(200);
        Page first = workplace.loggedIn(visitor, "en", "sari");
        Page second = workplace.loggedIn(visitor, "en", "budi");
        // When
        first.navigate(workplace.pathOf(report));
        second.navigate(workplace.pathOf(report));
        // Then
        assertThat(first.locator("#approve")).hasCount(0);
        visitor.inspect(second, "desk-approval");
        // When
        activate(second.locator("#approve button").first());
        // Then
        awaitCase(report, "state", "VERIFIED");
    }

    @ParameterizedTest(name = "{0}, found to be {1}")
    @CsvSource({
        "+628110000777, +628110000778, VERIFIED",
        "+628110000778, +628110000777, AWAITING_SECOND_APPROVAL",
        "BANK-CONTOH, +628110000777, AWAITING_SECOND_APPROVAL",
        "BANK-CONTOH, +628110000778, VERIFIED"
    })
    void theSecondOfficer_isSpokenOf_byTheNumberThatIsBlocked(
            String reported, String found, String then, Visitor visitor) {
        // Given
        boolean isProtected = then.endsWith("APPROVAL");
        ReportId report = citizens.submit(
                citizens.aComplaint().about(accused(reported)).withMoneyLost().at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        Page page = workplace.loggedIn(visitor, "en", "sari");
        Visitor.follow(page, () -> activate(page.locator("#next button")));
        assertThat(page.locator("#protected")).hasCount(reported.endsWith("777") ? 1 : 0);
        // When
        if (!reported.startsWith("+")) {
            activate(page.locator("#verify-all-the-same summary"));
        }
        page.locator("#number").fill(found);
        Visitor.follow(page, () -> activate(page.locator("#verify button")));
        // Then
        assertThat(page.locator("#request")).isVisible();
        assertThat(page.getByText("second officer")).hasCount(isProtected ? 1 : 0);
        assertThat(page.locator("#request .note")).hasCount(isProtected ? 1 : 0);
        // When
        Visitor.follow(page, () -> activate(page.locator("#request button").first()));
        // Then
        awaitCase(report, "state", then);
        awaitCase(report, "protectedNumber", isProtected);
        assertThat(page.locator("#protected")).hasCount(isProtected ? 1 : 0);
    }

    private static Suspect accused(String asReported) {
        return asReported.startsWith("+")
                ? Suspect.of(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, asReported))
                : Suspect.of(new SenderName(asReported));
    }

    @Test
    void aRangeThatBelongsToNobody_needsAnOfficerWhoNamesTheOperator(Visitor visitor) {
        // Given: well-formed, but 820 was allocated to nobody
        var number = new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, "+6282000000001");
        ReportId report = citizens.submit(
                citizens.aComplaint().withMoneyLost().about(number).at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        Page page = workplace.loggedIn(visitor, "en", "sari");
        activate(page.locator("#next button"));
        activate(page.locator("#verify button"));
        assertThat(page.locator("#operator-fault")).containsText("Choose the operator");
        visitor.inspect(page, "desk-operator-unknown");
        // When
        page.locator("#operator").selectOption("XLSMART");
        activate(page.locator("#verify button"));
        assertThat(page.locator("#request")).containsText("PT XLSMART Telecom Sejahtera Tbk (XLSMART)");
        activate(page.locator("#request button").first());
        // Then
        awaitCase(report, "state", "VERIFIED");
        awaitCase(report, "finding.operator", "XLSMART");
    }

    @ParameterizedTest
    @CsvSource({
        "id, nomor sama, digabung ke sini, tidak ada yang perlu Anda putuskan",
        "en, same number, merged into this, nothing for you to decide"
    })
    void similarCases_areMerged_andDecidedTogether(
            String language, String same, String merged, String nothing, Visitor visitor) {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId other = citizens.submit(citizens.aComplaint().about(number));
        ReportId third = citizens.submit(citizens.aComplaint().about(number));
        ReportId report = citizens.submit(
                citizens.aComplaint().withMoneyLost().about(number).at(Workplace.longAgo()));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        awaitCase(other, "state", "WAITING");
        awaitCase(third, "state", "WAITING");
        Page page = workplace.loggedIn(visitor, language, "sari");
        activate(page.locator("#next button"));
        Locator row = page.locator("#history li:has(a[href='/desk/cases/" + other + "'])");
        assertThat(row).containsText(same);
        // When
        row.locator("input").press("Space");
        page.locator("#history input[value='" + third + "']").press("Space");
        activate(page.locator("#merge button"));
        // Then
        assertThat(row).containsText(merged);
        visitor.inspect(page, "desk-merged-" + language);
        // When
        Visitor.follow(page, () -> activate(page.locator("#history button[value='" + third + "']")));
        // Then
        awaitCase(third, "state", "WAITING");
        // When
        page.navigate(workplace.pathOf(other));
        assertThat(page.locator("#merged a")).hasAttribute("href", "/desk/cases/" + report);
        assertThat(page.locator("#decision")).containsText(nothing);
        visitor.inspect(page, "desk-merged-away-" + language);
        page.navigate(workplace.pathOf(report));
        activate(page.locator("#verify button"));
        activate(page.locator("#request button").first());
        // Then
        awaitCase(other, "state", "VERIFIED");
        awaitCase(third, "state", "WAITING");
    }

    /** What would be refused is not offered, and it is said why where it would stand. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "question, id, Berikan jawaban",
        "question, en, Answer instead",
        "without evidence, id, satu bukti yang bersih",
        "without evidence, en, at least one clean piece",
        "evidence awaited, id, perpanjang klaim",
        "evidence awaited, en, keep the case"
    })
    void aBlockThatCantFollow_isNotOffered(String what, String language, String why, Visitor visitor) {
        // Given
        var complaint = citizens.aComplaint();
        ReportId report = citizens.submit(
                what.equals("question")
                        ? complaint.asQuestion().about(complaint.suspect().orElseThrow())
                        : complaint);
        awaitCase(report, "state", "WAITING");
        move("sari", report, "claim").then().statusCode(200);
        if (what.equals("evidence awaited")) {
            move("sari", report, "request-evidence", "{\"kinds\": [\"CALL_RECORDING\"]}")
                    .then()
                    .statusCode(200);
        }
        Page page = workplace.loggedIn(visitor, language, "sari");
        // When
        page.navigate(workplace.pathOf(report));
        // Then
        assertThat(page.locator("#verify")).hasCount(0);
        assertThat(page.locator("#unproven")).containsText(why);
        assertThat(page.locator("#reject")).isVisible();
        assertThat(page.locator("#answer-form [value=NUMBER_NOT_BLOCKABLE]")).hasCount(0);
        visitor.inspect(page, "desk-not-provable-" + what.replace(' ', '-') + "-" + language);
    }

    /** Another number can be found behind it, if the evidence shows one; that is not what stands there first. */
    @ParameterizedTest
    @CsvSource({"id, tidak dapat diblokir, Tetap blokir", "en, cannot be blocked, Block a number"})
    void aForeignNumber_isNotOfferedToBeBlocked(String language, String why, String allTheSame, Visitor visitor) {
        // Given
        var foreign = new SuspectNumber(SuspectNumber.Kind.FOREIGN, "+6591230000");
        ReportId report = citizens.submit(citizens.aComplaint().about(foreign));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, language, "sari");
        // When
        page.navigate(workplace.pathOf(report));
        // Then
        assertThat(page.locator("#unproven")).containsText(why);
        assertThat(page.locator("#verify")).isHidden();
        assertThat(page.locator("#number")).hasValue("");
        assertThat(page.locator("#answer-form [value=NUMBER_NOT_BLOCKABLE]")).hasCount(1);
        visitor.inspect(page, "desk-foreign-" + language);
        // When
        assertThat(page.locator("#verify-all-the-same summary")).containsText(allTheSame);
        activate(page.locator("#verify-all-the-same summary"));
        page.locator("#number").fill("+65 9123 0000");
        activate(page.locator("#verify button"));
        // Then: what was filled in comes back
        assertThat(page.locator("#refused")).isVisible();
        assertThat(page.locator("#number")).hasValue("+65 9123 0000");
        assertThat(page.locator("#number")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"id, Hanya pengaduan tentang nomor yang sama, budi", "en, Only complaints about the same number, budi"})
    void aCaseThatWouldNotBeTakenToIt_isNotOffered(String language, String unlike, String holder, Visitor visitor) {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId question = citizens.submit(citizens.aComplaint().asQuestion().about(number));
        ReportId held = citizens.submit(citizens.aComplaint().about(number));
        ReportId free = citizens.submit(citizens.aComplaint().about(number));
        ReportId report = citizens.submit(citizens.aComplaint().about(number));
        for (ReportId each : List.of(question, held, free, report)) {
            awaitCase(each, "state", "WAITING");
        }
        move("sari", report, "claim").then().statusCode(200);
        move("budi", held, "claim").then().statusCode(200);
        move("sari", question, "claim").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, language, "sari");
        // When
        page.navigate(workplace.pathOf(report));
        // Then
        assertThat(page.locator("#history input[name=others]")).hasCount(1);
        assertThat(page.locator("#history input[name=others]")).hasValue(free.toString());
        assertThat(page.locator("#apart-" + question)).containsText(unlike);
        assertThat(page.locator("#apart-" + held)).containsText(holder);
        visitor.inspect(page, "desk-not-mergeable-" + language);
        // When
        page.navigate(workplace.pathOf(question));
        // Then
        assertThat(page.locator("#merge")).hasCount(0);
        assertThat(page.locator("#alone")).containsText(unlike);
    }

    /** As long as the other case is in somebody's hands. */
    @Test
    void whoHasNeitherCase_isNotOfferedToPartThem(Visitor visitor) {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = citizens.submit(citizens.aComplaint().about(number));
        awaitCase(merged, "state", "WAITING");
        awaitCase(lead, "state", "WAITING");
        move("sari", lead, "claim").then().statusCode(200);
        move("sari", lead, "merge", "{\"cases\":[\"" + merged + "\"]}").then().statusCode(200);
        Page page = workplace.loggedIn(visitor, "en", "budi");
        // When
        page.navigate(workplace.pathOf(lead));
        // Then
        assertThat(page.locator("#history")).containsText("merged into this");
        assertThat(page.locator("#history button")).hasCount(0);
        // When
        page.navigate(workplace.pathOf(merged));
        // Then
        assertThat(page.locator("#merged a")).isVisible();
        assertThat(page.locator("#merged button")).hasCount(0);
    }

    @Test
    void aSilentVault_isToldOf_andTheRestWorks(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        Page page = workplace.loggedIn(visitor.phoneWithoutScripts("en"), "sari");
        activate(page.locator("#next button"));
        page.locator("#text").fill("Please send the recording.");
        given().put(vault + "/silent/" + report).then().statusCode(204);
        // When
        activate(page.locator("#write button"));
        // Then
        assertThat(page.locator("#refused")).containsText("cannot be reached");
        assertThat(page.locator("#text")).hasValue("Please send the recording.");
        assertThat(page.locator("#untold")).isVisible();
        Page looked = workplace.loggedIn(visitor, "en", "sari");
        looked.navigate(workplace.pathOf(report));
        visitor.inspect(looked, "desk-vault-silent");
        // When
        page.locator("#request-evidence [value=CALL_RECORDING]").press("Space");
        activate(page.locator("#request-evidence button").first());
        // Then
        awaitCase(report, "state", "AWAITING_EVIDENCE");
    }

    @Test
    void aPicture_isShown_inAFormThatNothingRuns(Visitor visitor) {
        // Given
        ReportId report = workplace.first();
        EvidenceRef picture = citizens.attach(report, "image/png");
        EvidenceRef recording = citizens.attach(report, "audio/mpeg");
        awaitCase(report, "evidence.size()", 2);
        Page page = workplace.loggedIn(visitor, "id", "sari");
        String folder = workplace.pathOf(report) + "/evidence/";
        // When
        var shown = page.request().get(folder + picture.evidence() + "/shown");
        var original = page.request().get(folder + picture.evidence());
        var saved = page.request().get(folder + recording.evidence());
        // Then
        assertThat(shown.headers())
                .containsEntry("content-type", "image/png")
                .containsEntry("x-content-type-options", "nosniff")
                .containsEntry("content-security-policy", "sandbox; default-src 'none'")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("inline"));
        assertThat(shown.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(original.headers())
                .containsEntry("content-type", "application/octet-stream")
                .containsEntry("content-disposition", "attachment; filename=\"" + picture.evidence() + ".png\"");
        assertThat(saved.headers())
                .containsEntry("content-type", "application/octet-stream")
                .hasEntrySatisfying(
                        "content-disposition", value -> assertThat(value).startsWith("attachment"));
        assertThat(page.request().get(folder + report).status()).isEqualTo(404);
    }
}
