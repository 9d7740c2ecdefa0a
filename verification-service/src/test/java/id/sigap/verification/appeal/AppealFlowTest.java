package id.sigap.verification.appeal;

import static id.sigap.verification.HelpDesk.as;
import static id.sigap.verification.HelpDesk.awaitAppeal;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.HelpDesk.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.DismissalReason;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An appeal from the owner's word to the regulator's. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class AppealFlowTest {

    @Inject
    Citizens citizens;

    @Inject
    DataSource database;

    @Test
    void appeal_isUpheld() {
        // Given
        Msisdn number = aNumber();
        AppealId appeal = submitted(number);
        // When
        Response upheld = decide(appeal, "uphold", "{}");
        // Then
        upheld.then()
                .statusCode(200)
                .body("state", equalTo("UPHELD"))
                .body("decidedBy", equalTo("wira"))
                .body("moves", empty());
        assertThat(said(appeal, 2).getLast().event())
                .isInstanceOfSatisfying(
                        AppealUpheld.class, event -> assertThat(event.number()).isEqualTo(number));
    }

    @Test
    void appeal_isDismissed_andThenDecided() {
        // Given
        AppealId appeal = submitted(aNumber());
        // When
        Response dismissed = decide(appeal, "dismiss", "{\"reason\":\"FRAUD_CONFIRMED\"}");
        Response again = decide(appeal, "uphold", "{}");
        // Then
        dismissed.then().statusCode(200).body("state", equalTo("DISMISSED"));
        again.then().statusCode(409).body("state", equalTo("DISMISSED"));
        assertThat(said(appeal, 2).getLast().event())
                .isInstanceOfSatisfying(AppealDismissed.class, event -> assertThat(event.reason())
                        .isEqualTo(DismissalReason.FRAUD_CONFIRMED));
    }

    @Test
    void ownDecision_isReviewedBySomebodyElse() throws SQLException {
        // Given
        Msisdn number = aNumber();
        verifiedBy("wira", number);
        AppealId appeal = submitted(number);
        // When
        Response refused = decide(appeal, "dismiss", "{\"reason\":\"FRAUD_CONFIRMED\"}");
        // Then
        refused.then().statusCode(409).body("type", equalTo("urn:sigap:problem:own-decision"));
    }

    @Test
    void appealsToDecide_areListed() {
        // Given
        AppealId appeal = submitted(aNumber());
        // Then
        as("wira")
                .queryParam("state", "SUBMITTED")
                .queryParam("limit", 200)
                .get("/api/v1/appeals")
                .then()
                .statusCode(200)
                .body("items.appeal", hasItem(appeal.toString()));
    }

    /** What the regulator would be refused is not among the moves, in the list as in the appeal itself. */
    @Test
    void moves_areThoseOfWhoAsks() throws SQLException {
        // Given
        Msisdn own = aNumber();
        verifiedBy("wira", own);
        AppealId theirs = submitted(own);
        AppealId others = submitted(aNumber());
        // When
        Response shownTheirs = as("wira").get("/api/v1/appeals/{appeal}", theirs.toString());
        Response shownOthers = as("wira").get("/api/v1/appeals/{appeal}", others.toString());
        Response listed = as("wira")
                .queryParam("state", "SUBMITTED")
                .queryParam("limit", 200)
                .get("/api/v1/appeals");
        // Then
        shownTheirs.then().body("moves", empty());
        shownOthers.then().body("moves", containsInAnyOrder("UPHOLD", "DISMISS"));
        listed.then()
                .body("items.find { it.appeal == '" + theirs + "' }.moves", empty())
                .body("items.find { it.appeal == '" + others + "' }.moves", hasSize(2));
    }

    @Test
    void decision_onAnotherVersion_isRefused() {
        // Given
        AppealId appeal = submitted(aNumber());
        // When
        int status = as("wira")
                .header("If-Match", "\"99\"")
                .body("{}")
                .post("/api/v1/appeals/{appeal}/uphold", appeal.toString())
                .statusCode();
        // Then
        assertThat(status).isEqualTo(412);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {"{}", "{\"reason\":\"BORED\"}", "{\"reason\":\"FRAUD_CONFIRMED\",\"by\":\"me\"}"})
    void badDismissal_isRefused(String body) {
        // Given
        AppealId appeal = submitted(aNumber());
        // Then
        decide(appeal, "dismiss", body).then().statusCode(400).contentType("application/problem+json");
    }

    private AppealId submitted(Msisdn number) {
        AppealId appeal = citizens.appeal(number);
        awaitAppeal(appeal);
        return appeal;
    }

    private static Response decide(AppealId appeal, String move, String body) {
        return as("wira").body(body).post("/api/v1/appeals/{appeal}/{move}", appeal.toString(), move);
    }

    /** A case on which somebody decided who has since become the regulator. */
    private void verifiedBy(String account, Msisdn number) throws SQLException {
        ReportId report = citizens.submit(
                citizens.aComplaint().about(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, number.value())));
        citizens.attach(report);
        awaitCase(report, "evidence.size()", 1);
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "verify").then().statusCode(200);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "update verification_case set finding_decided_by = ? where finding_number = ?")) {
            statement.setString(1, account);
            statement.setString(2, number.value());
            statement.executeUpdate();
        }
    }

    private static Msisdn aNumber() {
        return Citizens.freshNumber().blockable().orElseThrow();
    }
}
