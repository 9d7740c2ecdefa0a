package id.sigap.intake.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.TypedForms;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever fits into a field by what its page says gets through, as a browser without scripts posts it; and what doesn't comes back with the page. */
@Tag("service")
@QuarkusTest
@WithSurroundings
class FullLengthTest {

    /** What a character may be: one byte of a form, six, twelve; a line end is one character, and six bytes. */
    private static final List<String> CHARACTERS = List.of("a", "é", "😀", "\r\n");

    /** A form of a page, in good order. */
    record Form(String action, Map<String, String> fields) {

        Form with(String field, String value) {
            var changed = new LinkedHashMap<>(fields);
            changed.put(field, value);
            return new Form(action, changed);
        }

        @Override
        public String toString() {
            return action;
        }
    }

    private static final Form REPORT = new Form("/report", TypedForms.report("CHECK"));
    private static final Form APPEAL = new Form("/appeal", TypedForms.appeal("lang", "id"));
    private static final Form CHECK = new Form("/check", Map.of("lang", "id", "number", "0811 0000 0071"));
    private static final Form ENTER = new Form("/case", Map.of("lang", "id", "receipt", "wrong", "text", "Halo"));
    private static final Form MESSAGE = new Form("/case/messages", Map.of("lang", "id", "text", "Halo"));

    static Stream<Arguments> fields() {
        return Stream.of(
                        Arguments.of(REPORT, "name", 100),
                        Arguments.of(REPORT, "email", 254),
                        Arguments.of(REPORT, "mobile", 200),
                        Arguments.of(REPORT, "suspectNumber", 200),
                        Arguments.of(REPORT, "narrative", 5000),
                        Arguments.of(APPEAL, "number", 200),
                        Arguments.of(APPEAL, "statement", 5000),
                        Arguments.of(APPEAL, "name", 100),
                        Arguments.of(APPEAL, "email", 254),
                        Arguments.of(APPEAL, "mobile", 200),
                        Arguments.of(CHECK, "number", 200),
                        Arguments.of(ENTER, "receipt", 60),
                        Arguments.of(ENTER, "text", 2000),
                        Arguments.of(MESSAGE, "text", 2000))
                .flatMap(field -> CHARACTERS.stream()
                        .map(character -> Arguments.of(
                                field.get()[0],
                                field.get()[1],
                                field.get()[2],
                                character.equals("\r\n") ? "line ends" : character,
                                character)));
    }

    @ParameterizedTest(name = "{0} {1}: {2} × {3}")
    @MethodSource("fields")
    void aFieldAtItsFullLength_isReadWhole(Form form, String field, int longest, String shown, String character) {
        String full = character.repeat(longest);
        // When: kept, and shown again
        String page = answer(form.with(field, full));
        // Then
        assertThat(page).contains(escaped(full));
    }

    @ParameterizedTest(name = "{0} {1}: {2} × {3} and one more")
    @MethodSource("fields")
    void aFieldThatIsLonger_comesBackWithItsPage(Form form, String field, int longest, String shown, String character) {
        String tooLong = character.repeat(longest) + "z";
        assertThat(answer(form.with(field, tooLong))).contains(escaped(tooLong));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("characters")
    void aStoryOfFullLength_isTaken(String shown, String character) {
        String story = "a" + character.repeat(4998) + "z";
        String page = answer(REPORT.with("narrative", story).with("to", "send"));
        assertThat(page).contains("receipt-code");
    }

    static Stream<Arguments> characters() {
        return CHARACTERS.stream()
                .map(character -> Arguments.of(character.equals("\r\n") ? "line ends" : character, character));
    }

    /** The page that a browser ends at. */
    private static String answer(Form form) {
        Map<String, String> cookies = new HashMap<>(cookies(form));
        Response answer = as(cookies).formParams(form.fields()).post(form.action());
        for (int hops = 0; answer.statusCode() == 303 && hops < 4; hops++) {
            cookies.putAll(answer.cookies());
            answer = as(cookies).get(answer.header("Location").replaceFirst("#.*", ""));
        }
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.asString().replace("\r\n", "\n");
    }

    private static Map<String, String> cookies(Form form) {
        Map<String, String> cookies = new HashMap<>(as(Map.of()).get("/").cookies());
        if (form.action().equals(MESSAGE.action())) {
            cookies.putAll(as(cookies)
                    .formParam("receipt", Citizen.whoReported().receipt())
                    .post("/case")
                    .cookies());
        }
        return cookies;
    }

    private static RequestSpecification as(Map<String, String> cookies) {
        return given().redirects()
                .follow(false)
                .accept("text/html")
                .cookies(cookies)
                .config(utf8());
    }

    private static RestAssuredConfig utf8() {
        return RestAssured.config().encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8"));
    }

    /** As a page writes it. */
    private static String escaped(String text) {
        return text.replace("\r\n", "\n");
    }
}
