package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The answer to a form was lost, and its writer goes on with what their phone has kept of it. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class ResendTest {

    private static final Pattern CODE = Pattern.compile("([0-9A-Z]{4}-){6}[0-9A-Z]{4}");

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of(
                        "/report",
                        "narrative",
                        Map.ofEntries(
                                Map.entry("from", "CHECK"),
                                Map.entry("to", "send"),
                                Map.entry("name", "Budi Contoh"),
                                Map.entry("email", Citizen.newMailbox()),
                                Map.entry("mobile", "0812 0000 0001"),
                                Map.entry("kind", "COMPLAINT"),
                                Map.entry("suspectNumber", "0811 0000 0061"),
                                Map.entry("channel", "SMS"),
                                Map.entry("category", "PRIZE"),
                                Map.entry(
                                        "occurredAt",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .minusDays(1)
                                                .toString()),
                                Map.entry("moneyLost", "false"),
                                Map.entry("narrative", "Katanya saya menang undian."))),
                Arguments.of(
                        "/appeal",
                        "statement",
                        Map.of(
                                "send", "send",
                                "number", "0811 0000 0071",
                                "statement", "Nomor ini milik saya sejak 2019.",
                                "name", "Ani Contoh",
                                "email", Citizen.newMailbox(),
                                "mobile", "0812 0000 0072")));
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void aFormWithoutAKeyThatIsGoodForAnything_comesThrough(String action, String text, Map<String, String> form) {
        assertThat(code(page(action, with(form, "key", "x")))).isNotEmpty();
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var changed = new LinkedHashMap<>(form);
        changed.put(field, value);
        return changed;
    }

    /** At which a new browser ends that posts this. */
    private static String page(String action, Map<String, String> form) {
        Map<String, String> cookies = new HashMap<>(given().get("/").cookies());
        Response answer = given().redirects()
                .follow(false)
                .cookies(cookies)
                .formParams(form)
                .post(action);
        cookies.putAll(answer.cookies());
        assertThat(answer.statusCode()).isEqualTo(303);
        return given().cookies(cookies).get(answer.header("Location")).asString();
    }

    private static String code(String page) {
        Matcher code = CODE.matcher(page);
        assertThat(code.find()).as(page).isTrue();
        return code.group();
    }
}
