package id.sigap.verification.casework;

import static id.sigap.verification.HelpDesk.as;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static id.sigap.verification.HelpDesk.said;
import static id.sigap.verification.HelpDesk.show;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.EvidenceRef;
import id.sigap.events.ReportId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cases that share something, and those that are decided together. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class SimilarCasesTest {

    @Inject
    Citizens citizens;

    @Inject
    DataSource database;

    @Test
    void whatCasesShare_isSaid() {
        // Given
        var complaint = citizens.aComplaint();
        ReportId shown = citizens.submit(complaint);
        EvidenceRef file = citizens.attach(shown);
        ReportId number =
                citizens.submit(citizens.aComplaint().about(complaint.suspect().orElseThrow()));
        ReportId reporter = citizens.submit(citizens.aComplaint().bySameAs(complaint));
        ReportId content = citizens.submit(citizens.aComplaint());
        citizens.attach(content, "audio/mpeg", file.sha256());
        awaitCase(content, "evidence.size()", 1);
        // When
        JsonPath similar = similarTo(shown);
        // Then
        assertThat(similar.getList("report"))
                .containsExactlyInAnyOrder(number.toString(), reporter.toString(), content.toString());
        assertThat(shares(similar, number)).isEqualTo("true false false");
        assertThat(shares(similar, content)).isEqualTo("false true false");
        assertThat(shares(similar, reporter)).isEqualTo("false false true");
    }

    @Test
    void mergedCases_areProvenTogether_overOneCasesEvidence() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = claimed(number);
        EvidenceRef evidence = citizens.attach(lead);
        awaitCase(lead, "evidence.size()", 1);
        awaitCase(merged, "state", "WAITING");
        // When
        merge("sari", lead, merged).then().statusCode(200);
        // Then
        show(merged).then().body("state", equalTo("MERGED")).body("mergedInto", equalTo(lead.toString()));
        assertThat(similarTo(lead).getList("merged")).containsExactly(true);
        assertThat(openCases()).doesNotContain(merged.toString());
        // When
        move("sari", lead, "verify").then().statusCode(200);
        // Then
        assertThat(said(merged, 3).getLast().event()).isInstanceOfSatisfying(EvidenceVerified.class, verified -> {
            assertThat(verified.evidence()).containsExactly(evidence);
            assertThat(verified.number().value()).isEqualTo(number.value());
        });
        show(merged).then().body("state", equalTo("VERIFIED"));
    }

    @Test
    void mergedCases_waitAgain_ifTheirsComesToNoProof() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = claimed(number);
        awaitCase(merged, "state", "WAITING");
        merge("sari", lead, merged).then().statusCode(200);
        // When
        move("sari", lead, "reject", "{\"reason\":\"NO_ANSWER\"}").then().statusCode(200);
        // Then
        assertThat(said(merged, 3).getLast().event()).isInstanceOfSatisfying(CaseUnmerged.class, parted -> {
            assertThat(parted.from()).isEqualTo(lead);
            assertThat(parted.by()).isEqualTo("sari");
        });
        show(merged).then().body("state", equalTo("WAITING"));
    }

    @Test
    void mergedCases_waitAgain_ifTheReporterTakesTheirsBack() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = claimed(number);
        awaitCase(merged, "state", "WAITING");
        merge("sari", lead, merged).then().statusCode(200);
        // When
        citizens.withdraw(lead);
        // Then
        awaitCase(merged, "state", "WAITING");
    }

    @Test
    void aCase_canBePartedAgain_byWhoHasTheOther() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = claimed(number);
        awaitCase(merged, "state", "WAITING");
        merge("sari", lead, merged).then().statusCode(200);
        // When
        Response byAnother = move("budi", merged, "unmerge");
        Response byHolder = move("sari", merged, "unmerge");
        // Then
        byAnother.then().statusCode(409).body("type", equalTo("urn:sigap:problem:case-claimed-by-another"));
        byHolder.then().statusCode(200).body("state", equalTo("WAITING"));
    }

    @Test
    void aCaseWithOthers_isNotTakenToAThird() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId merged = citizens.submit(citizens.aComplaint().about(number));
        ReportId lead = claimed(number);
        ReportId third = claimed(number);
        awaitCase(merged, "state", "WAITING");
        merge("sari", lead, merged).then().statusCode(200);
        // When
        Response refused = merge("sari", third, lead);
        // Then
        refused.then().statusCode(409).body("type", equalTo("urn:sigap:problem:case-has-others"));
    }

    /** What is named is taken; and all that would be refused is left out. */
    @Test
    void moves_areThoseOfWhoAsks() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId free = citizens.submit(citizens.aComplaint().about(number));
        ReportId question = citizens.submit(citizens.aComplaint().asQuestion().about(number));
        ReportId companion = citizens.submit(citizens.aComplaint().about(number));
        ReportId withOthers = claimed(number);
        ReportId lead = claimed(number);
        Stream.of(free, question, companion).forEach(each -> awaitCase(each, "state", "WAITING"));
        merge("sari", withOthers, companion).then().statusCode(200);
        // Then
        assertThat(moves("sari", lead, free)).isEqualTo("[MERGE]");
        assertThat(moves("sari", lead, question)).isEqualTo("[]");
        assertThat(moves("sari", lead, withOthers)).isEqualTo("[]");
        assertThat(moves("sari", lead, companion)).isEqualTo("[]");
        assertThat(moves("sari", withOthers, companion)).isEqualTo("[UNMERGE]");
        assertThat(moves("budi", lead, free)).isEqualTo("[]");
        assertThat(moves("budi", withOthers, companion)).isEqualTo("[]");
        assertThat(moves("dewi", lead, free)).isEqualTo("[MERGE]");
        assertThat(moves("wira", lead, free)).isEqualTo("[]");
    }

    private static String moves(String account, ReportId lead, ReportId other) {
        return as(account)
                .get("/api/v1/cases/{report}/similar", lead.toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("find { it.report == '" + other + "' }.moves")
                .toString();
    }

    @RepeatedTest(5)
    void twoOfficersWhoMergeCrosswise_oneIsRefused() {
        // Given
        SuspectNumber number = Citizens.freshNumber();
        ReportId one = claimed(number);
        ReportId other = claimed(number);
        // When
        var answers = Stream.of(
                        CompletableFuture.supplyAsync(
                                () -> merge("sari", one, other).statusCode()),
                        CompletableFuture.supplyAsync(
                                () -> merge("sari", other, one).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        // Then
        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void eachWayOfBeingAlike_readsAnIndex() throws SQLException {
        try (var connection = database.getConnection();
                var off = connection.createStatement()) {
            connection.setAutoCommit(false);
            off.execute("set local enable_seqscan = off");
            try (var explain = connection.prepareStatement("explain " + SimilarCases.SIMILAR)) {
                explain.setObject(1, UUID.randomUUID());
                explain.setObject(2, OffsetDateTime.now());
                var plan = new StringBuilder();
                try (var rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString())
                        .contains(
                                "case_by_suspect",
                                "case_evidence_by_content",
                                "case_by_reporter",
                                "case_by_merged_into")
                        .doesNotContain("Seq Scan");
            }
        }
    }

    private ReportId claimed(SuspectNumber number) {
        ReportId report = citizens.submit(citizens.aComplaint().about(number));
        awaitCase(report, "state", "WAITING");
        move("sari", report, "claim").then().statusCode(200);
        return report;
    }

    private static Response merge(String account, ReportId lead, ReportId other) {
        return move(account, lead, "merge", "{\"cases\":[\"" + other + "\"]}");
    }

    private static JsonPath similarTo(ReportId report) {
        return as("sari")
                .get("/api/v1/cases/{report}/similar", report.toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String shares(JsonPath similar, ReportId report) {
        String found = "find { it.report == '" + report + "' }.";
        return Stream.of("sameNumber", "sameFile", "sameReporter")
                .map(what -> similar.getString(found + what))
                .reduce("", (line, next) -> (line + " " + next).strip());
    }

    private static List<String> openCases() {
        return as("sari")
                .queryParam("limit", 200)
                .get("/api/v1/cases")
                .jsonPath()
                .getList("items.report");
    }
}
