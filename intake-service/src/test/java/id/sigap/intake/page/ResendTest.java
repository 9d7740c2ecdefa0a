package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.UsedUp;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.TypedForms;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to a form was lost, and its writer goes on with what their phone has kept of it. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class ResendTest {

    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{4}");

    private static final Pattern UNSENT = Pattern.compile("<dt>.*?</dd>", Pattern.DOTALL);

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(.*?)\" value=\"(.*?)\">");

    @Inject
    UsedUp usedUp;

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("/report", "narrative", report()), Arguments.of("/appeal", "statement", appeal()));
    }

    private static Map<String, String> appeal() {
        return TypedForms.appeal("send", "send");
    }

    private static Map<String, String> report() {
        return TypedForms.report("send");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void sentAgainAsItWas_itIsTheSame(String action, String text, Map<String, String> form) {
        var sent = with(form, "key", UUID.randomUUID().toString());
        String first = page(action, sent);
        String second = page(action, sent);
        assertThat(code(second)).isEqualTo(code(first));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void sentAgainWithOtherWords_itsFirstReceiptComesBack_andTheWordsThatAreNoPartOfIt(
            String action, String text, Map<String, String> form) {
        // Given
        var sent = with(form, "key", UUID.randomUUID().toString());
        String first = page(action, sent);
        // When
        String second = page(action, with(sent, text, "Yang benar: mereka menelepon dua kali."));
        // Then
        assertThat(code(second)).isEqualTo(code(first));
        assertThat(second).contains("Yang benar: mereka menelepon dua kali.").doesNotContain("Idempotency");
    }

    static Stream<Arguments> corrections() {
        return Stream.concat(
                Stream.of(
                                Map.of("suspectNumber", "0811 0000 0062"),
                                Map.of("name", "Budi Santoso Contoh"),
                                Map.of("channel", "VOICE_CALL"),
                                Map.of("category", "INVESTMENT"),
                                Map.of("occurredTime", "14:05"),
                                Map.of("zone", "Asia/Jayapura"),
                                Map.of("moneyLost", "true"),
                                Map.of("kind", "INFORMATION"))
                        .map(change -> Arguments.of("/report", report(), change)),
                Stream.of(Map.of("number", "0811 0000 0079"), Map.of("email", "ani.benar@example.com"))
                        .map(change -> Arguments.of("/appeal", appeal(), change)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("corrections")
    void sentAgainCorrected_itsReceiptShowsTheCorrection_andNothingElse(
            String action, Map<String, String> form, Map<String, String> correction) {
        // Given
        var sent = with(form, "key", UUID.randomUUID().toString());
        String first = page(action, sent);
        var corrected = new LinkedHashMap<>(sent);
        corrected.putAll(correction);
        // When
        String second = page(action, corrected);
        // Then
        assertThat(code(second)).isEqualTo(code(first));
        assertThat(unsent(second)).singleElement().asString().contains(shown(correction));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void sentAgainInTheOtherLanguage_nothingIsSaidToHaveChanged(String action, String text, Map<String, String> form) {
        // Given
        var sent = with(form, "key", UUID.randomUUID().toString());
        String first = page(action, sent);
        // When
        String second = page(action, with(sent, "lang", "en"));
        // Then
        assertThat(code(second)).isEqualTo(code(first));
        assertThat(second).contains("lang=\"en\"");
        assertThat(unsent(second)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormWithoutAKeyThatIsGoodForAnything_comesThrough(String action, String text, Map<String, String> form) {
        assertThat(code(page(action, with(form, "key", "x")))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aKeyThatWasMadeUp_opensNothing(String action, String text, Map<String, String> form) {
        // Given
        var sent = with(form, "key", "report-2026-00001");
        String first = page(action, sent);
        // When
        String second = page(action, with(sent, text, "Yang lain."));
        // Then
        assertThat(code(second)).isNotEqualTo(code(first));
    }

    @Test
    void theKeyOfAClientOfTheApi_opensNothingOnAPage() {
        // Given
        String key = UUID.randomUUID().toString();
        String receipt = Citizen.submit(Citizen.form(), key).extract().path("receiptCode");
        // When
        String page = page("/report", with(report(), "key", key));
        // Then
        assertThat(code(page)).isNotEqualTo(receipt);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aCookieFromAnotherHand_neverComesToReadTheReceipt(String action, String text, Map<String, String> form) {
        // Given: it was noted, and something typed with it
        Map<String, String> noted = new HashMap<>(given().get("/").cookies());
        noted.putAll(post("/check", noted, Map.of("number", "0811 0000 0042")).cookies());
        Map<String, String> browser = new HashMap<>(noted);
        // When
        Response answer =
                post(action, browser, with(form, "key", UUID.randomUUID().toString()));
        // Then
        browser.putAll(answer.cookies());
        assertThat(CODE.matcher(shown(answer, browser)).find()).isTrue();
        assertThat(CODE.matcher(shown(answer, noted)).find()).isFalse();
        assertThat(given().cookies(browser).get("/check").asString()).contains("0811");
    }

    /** The answers that a receipt's page says are no part of it. */
    private static List<String> unsent(String page) {
        return UNSENT.matcher(page).results().map(MatchResult::group).toList();
    }

    /** How a page says it. */
    private static String shown(Map<String, String> correction) {
        String typed = correction.values().iterator().next();
        return Map.of(
                        "VOICE_CALL", "Panggilan telepon",
                        "INVESTMENT", "Investasi",
                        "14:05", "14.05",
                        "Asia/Jayapura", "WIT (",
                        "true", "Ya",
                        "INFORMATION", "Informasi")
                .getOrDefault(typed, typed);
    }

    @Test
    void whoTypesTooMuch_isAnsweredInPlace_andNobodyElseOfTheirNetwork() {
        // Given
        Map<String, String> busy = new HashMap<>(given().get("/").cookies());
        usedUp.by(Counted.FORMS_OF_BROWSER.of(busy.get("sigap-form")));
        // When, then
        assertThat(typed(busy).statusCode()).isEqualTo(200);
        assertThat(typed(given().get("/").cookies()).statusCode()).isEqualTo(303);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aReceipt_isKept_howeverMuchWasTyped(String action, String text, Map<String, String> form) {
        // Given
        Map<String, String> busy = new HashMap<>(given().get("/").cookies());
        usedUp.by(Counted.FORMS_OF_BROWSER.of(busy.get("sigap-form")));
        // When
        Response answer = post(action, busy, with(form, "key", UUID.randomUUID().toString()));
        // Then
        busy.putAll(answer.cookies());
        assertThat(code(shown(answer, busy))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aReceiptWithoutCookies_isReadInTheOtherLanguageToo(String action, String text, Map<String, String> form) {
        // Given: the page is the answer to its own POST
        String page = given().formParams(form).post(action).asString();
        var again = new LinkedHashMap<String, String>();
        HIDDEN.matcher(page).results().forEach(field -> again.put(field.group(1), field.group(2)));
        // When
        String english =
                given().formParams(with(again, "lang", "en")).post(action).asString();
        // Then
        assertThat(english).contains("<html lang=\"en\">");
        assertThat(code(english)).isEqualTo(code(page));
        assertThat(unsent(english)).isEmpty();
    }

    private static Response typed(Map<String, String> browser) {
        return given().redirects()
                .follow(false)
                .cookies(browser)
                .formParams(with(with(report(), "from", "YOU"), "to", "next"))
                .post("/report");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    /** At which a new browser ends that posts this. */
    private static String page(String action, Map<String, String> form) {
        Map<String, String> cookies = new HashMap<>(given().get("/").cookies());
        Response answer = post(action, cookies, form);
        cookies.putAll(answer.cookies());
        return shown(answer, cookies);
    }

    private static Response post(String action, Map<String, String> cookies, Map<String, String> form) {
        Response answer = given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParams(form)
                .post(action);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer;
    }

    private static String shown(Response answer, Map<String, String> cookies) {
        return given().cookies(cookies).get(answer.header("Location")).asString();
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return code.group();
    }
}
