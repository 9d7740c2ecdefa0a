package id.sigap.intake.pace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.intake.vault.KeyedHash;
import id.sigap.intake.vault.Person;
import id.sigap.service.Language;
import id.sigap.service.Sql;
import id.sigap.service.TooManyRequests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class LimitsTest {

    @Inject
    LimitsConfig configured;

    @Inject
    Sql sql;

    @Inject
    KeyedHash hashes;

    @Inject
    ProofOfWork proofs;

    @Inject
    UsedUp usedUp;

    /** As they come, without what the tests of this module need. */
    private static LimitsConfig defaults() {
        return new SmallRyeConfigBuilder()
                .withMapping(LimitsConfig.class)
                .build()
                .getConfigMapping(LimitsConfig.class);
    }

    private static Person person(String mobile, String email) {
        return new Person("Rina Kartika", email, mobile);
    }

    private static String anyone() {
        return UUID.randomUUID().toString();
    }

    @ParameterizedTest
    @EnumSource
    void whateverIsCounted_endsAtItsLimit_forThatOneAlone(Counted what) {
        // Given
        var limits = new Limits(sql, hashes, proofs, defaults());
        var one = what.of(anyone());
        for (int i = 0; i < what.limit(defaults()).times(); i++) {
            assertThat(isLeft(limits, one)).isTrue();
        }
        // When
        var refused = catchThrowableOfType(
                TooManyRequests.class, () -> QuarkusTransaction.requiringNew().run(() -> limits.use(one)));
        // Then
        assertThat(refused.retryAfter())
                .hasValueSatisfying(wait -> assertThat(wait).isPositive());
        assertThat(refused.detail(Language.ID)).containsAnyOf("menit", "jam").doesNotContain("{");
        assertThat(refused.detail(Language.EN)).containsAnyOf("minute", "hour").doesNotContain("{");
        assertThat(isLeft(limits, what.of(anyone()))).isTrue();
    }

    private static boolean isLeft(Limits limits, Counted.Use use) {
        try {
            QuarkusTransaction.requiringNew().run(() -> limits.use(use));
            return true;
        } catch (TooManyRequests _) {
            return false;
        }
    }

    private static ValidatableResponse report(Map<String, Object> changed, RequestSpecification from) {
        var form = new HashMap<>(Citizen.form());
        form.putAll(changed);
        return Citizen.submit(form, anyone(), from);
    }

    private static ValidatableResponse appeal(Map<String, Object> changed, RequestSpecification from) {
        var form = new HashMap<String, Object>(Map.of(
                "name", "Rina Kartika",
                "email", anyone() + "@example.id",
                "mobile", "0811-0000-0031",
                "number", "0811 0000 0098",
                "statement", "Nomor saya diblokir padahal tidak bersalah.",
                "documentsFollow", true));
        form.putAll(changed);
        return from.header("Idempotency-Key", anyone())
                .contentType(ContentType.JSON)
                .body(form)
                .post("/api/v1/appeals")
                .then();
    }

    private static RequestSpecification from(String address) {
        return given().header("X-Forwarded-For", address);
    }

    private static RequestSpecification fromAnywhere() {
        return from(Citizen.anAddress());
    }

    interface Way {
        ValidatableResponse take(Map<String, Object> changed, RequestSpecification from);
    }

    static Stream<Arguments> waysIn() {
        return Stream.of(
                Arguments.of("report", (Way) LimitsTest::report), Arguments.of("appeal", (Way) LimitsTest::appeal));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysIn")
    void strangersMailbox_isWrittenToAFewTimes_fromWhateverNetwork_withWhateverWork(String name, Way way) {
        // Given
        String stranger = "stranger-" + anyone() + "@example.id";
        for (int i = 0; i < configured.casesOfMailbox().times(); i++) {
            way.take(Map.of("email", i % 2 == 0 ? stranger : stranger.toUpperCase()), fromAnywhere())
                    .statusCode(201);
        }
        // When
        var refused = way.take(Map.of("email", stranger), fromAnywhere().header(Visitor.PROOF, Proofs.solved()));
        // Then
        refused.statusCode(429)
                .header("Retry-After", Integer::valueOf, greaterThan(0))
                .header("Retry-After", Integer::valueOf, lessThanOrEqualTo(86_400))
                .body("type", equalTo("urn:sigap:problem:too-many-of-one-person"));
        way.take(Map.of(), fromAnywhere()).statusCode(201);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("waysIn")
    void neighbourOfSomebodyWhoSendsTooMuch_provesWorkInstead(String name, Way way) {
        // Given
        String network = Citizen.anAddress();
        way.take(Map.of(), from(network)).statusCode(201);
        sql.changed("delete from allowance where what = 'CASES_FROM_NETWORK'");
        usedUp.by(Counted.CASES_FROM_NETWORK.of(network));
        // Then
        way.take(Map.of(), from(network)).statusCode(429).header("Retry-After", notNullValue());
        way.take(Map.of(), from(network).header(Visitor.PROOF, Proofs.solved())).statusCode(201);
    }

    @Test
    void reporterAndNumber_areCountedToo_inCasesOfBothKinds() {
        assertThat(Limits.ofCase(
                        Visitor.from("203.0.113.7", null),
                        person("+6281100000031", "Rina@Example.id"),
                        Optional.of("+6281100000099")))
                .containsExactly(
                        Counted.CASES_FROM_NETWORK.of("203.0.113.7"),
                        Counted.CASES_OF_REPORTER.of("+6281100000031"),
                        Counted.CASES_OF_MAILBOX.of("rina@example.id"),
                        Counted.CASES_ABOUT_NUMBER.of("+6281100000099"));
    }

    @Test
    void mailboxOfManyNames_isCountedOnce() {
        assertThat(Limits.ofCase(
                        new Visitor("203.0.113.7", Optional.empty()),
                        person("+6281100000031", "Kor.ban+17@gmail.com"),
                        Optional.empty()))
                .contains(Counted.CASES_OF_MAILBOX.of("korban@gmail.com"));
    }

    @Test
    void sameRequestAgain_isNotCountedAgain() {
        // Given
        String network = Citizen.anAddress();
        var form = Citizen.form();
        String key = anyone();
        // When
        Citizen.submit(form, key, from(network)).statusCode(201);
        sql.changed("delete from allowance where what = 'CASES_FROM_NETWORK'");
        usedUp.by(Counted.CASES_FROM_NETWORK.of(network));
        // Then
        Citizen.submit(form, key, from(network)).statusCode(201);
        report(Map.of(), from(network)).statusCode(429);
    }

    @Test
    void conversation_takesAsManyMessagesAsAPersonWrites() {
        // Given
        var citizen = Citizen.whoReported();
        Supplier<ValidatableResponse> message = () -> citizen.asking()
                .header("Idempotency-Key", anyone())
                .contentType(ContentType.JSON)
                .body(Map.of("text", "Halo?"))
                .post("/api/v1/report/messages")
                .then();
        for (int i = 0; i < configured.messagesOfCase().times(); i++) {
            message.get().statusCode(201);
        }
        // Then
        message.get()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", equalTo("urn:sigap:problem:too-fast"))
                .body("detail", containsString("minute"));
    }

    @Test
    void whoeverIsLockedOutByAGuesserNextDoor_provesWorkInstead() {
        // Given
        var citizen = Citizen.whoReported();
        String network = Citizen.anAddress();
        Supplier<RequestSpecification> there = () -> from(network).header("Sigap-Receipt", citizen.receipt());
        for (int i = 0; i < configured.wrongReceipts().times(); i++) {
            from(network)
                    .header("Sigap-Receipt", "0000-0000-0000-0000-0000-0000-0000")
                    .get("/api/v1/report")
                    .then()
                    .statusCode(401);
        }
        there.get().get("/api/v1/report").then().statusCode(429).header("Retry-After", notNullValue());
        String proof = Proofs.solved();
        // When
        there.get().header(Visitor.PROOF, proof).get("/api/v1/report").then().statusCode(200);
        // Then
        there.get().header(Visitor.PROOF, proof).get("/api/v1/report").then().statusCode(429);
    }

    @Test
    void pageThatAsksForTheReceipt_saysHowLongToWait() {
        // Given
        String network = Citizen.anAddress();
        Supplier<Response> wrong = () -> from(network)
                .contentType(ContentType.URLENC)
                .formParam("receipt", "0000-0000-0000-0000-0000-0000-0000")
                .formParam("open", "yes")
                .post("/case");
        for (int i = 0; i < configured.wrongReceipts().times(); i++) {
            wrong.get();
        }
        // Then
        wrong.get().then().body(containsString("menit lagi"), not(containsString("{1}")));
    }

    /** Where a browser keeps its form the page is reached by a redirect; both say it, and a reload too. */
    @ParameterizedTest(name = "{0}, with cookies: {1}")
    @CsvSource({"/check, true", "/check, false", "/case, true", "/case, false"})
    void pageSaysIt_withTheWait_andKeepsWhatWasTyped(String path, boolean cookies) {
        // Given
        String network = Citizen.anAddress();
        usedUp.by(Counted.NUMBER_CHECKS.of(network));
        usedUp.by(Counted.WRONG_RECEIPTS.of(network));
        Map<String, String> kept =
                cookies ? new HashMap<>(from(network).get(path).cookies()) : new HashMap<>();
        // When
        Response answer = from(network)
                .cookies(kept)
                .contentType(ContentType.URLENC)
                .formParams(Map.of("number", "0811 0000 0042", "go", "yes", "receipt", "0811 0000 0042", "open", "yes"))
                .redirects()
                .follow(false)
                .post(path);
        // Then
        assertThat(answer.statusCode()).isEqualTo(cookies ? 303 : 429);
        if (cookies) {
            String page = answer.header("Location");
            kept.putAll(answer.cookies()); // what was typed is found by a cookie of its own
            from(network).cookies(kept).get(page).then().statusCode(429);
            answer = from(network).cookies(kept).get(page);
        }
        answer.then()
                .statusCode(429)
                .contentType(ContentType.HTML)
                .header("Retry-After", Integer::valueOf, greaterThan(0))
                .body(containsString("0811 0000 0042"), containsString("menit"));
    }
}
