package id.sigap.verification.queue;

import static id.sigap.verification.HelpDesk.as;
import static id.sigap.verification.HelpDesk.awaitCase;
import static id.sigap.verification.HelpDesk.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.events.ReportId;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.Citizens;
import id.sigap.verification.MovableClock;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class QueueTest {

    /** Before everything other tests report, so that these cases stand together at the front of their priority. */
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static final String MANY_CASES = """
            insert into verification_case (report, version, case_number, kind, channel, category, occurred_at, money_lost,
                language, submitted_at, priority, state, last_activity_at, rejection, closed_by, closed_at, unread_messages)
            select gen_random_uuid(), 0, 'LPR-2019-' || n, 'COMPLAINT', 'SMS', 'PRIZE', now(), false,
                'id', now() + n * interval '1 second', n % 3, case when decided then 'REJECTED' else 'WAITING' end, now(),
                case when decided then 'TOO_OLD' end, case when decided then 'sari' end, case when decided then now() end,
                case when n % 100 = 1 then 1 else 0 end
            from generate_series(1, 100000) n, lateral (select n % 10 > 0 as decided) d
            """;

    /** So many cases are made once for all queries. */
    private static Map<String, String> plans = Map.of();

    @Inject
    Citizens citizens;

    @Inject
    MovableClock clock;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String ownerName;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @BeforeEach
    void nothingElseIsOpen() {
        citizens.takeBackEverything();
    }

    @Test
    void queue_putsLostMoneyFirst_thenNumbersWithSeveralReports_thenTheOldest() {
        // Given
        var number = Citizens.freshNumber();
        ReportId normal = citizens.submit(citizens.aComplaint().at(LONG_AGO));
        ReportId later = citizens.submit(citizens.aComplaint().at(LONG_AGO.plusSeconds(1)));
        ReportId first = citizens.submit(citizens.aComplaint().about(number).at(LONG_AGO.plusSeconds(2)));
        ReportId second = citizens.submit(citizens.aComplaint().about(number).at(LONG_AGO.plusSeconds(3)));
        ReportId money = citizens.submit(citizens.aComplaint().withMoneyLost().at(LONG_AGO.plusSeconds(4)));
        awaitCase(first, "priority", "SEVERAL_REPORTS");
        List<ReportId> mine = List.of(normal, later, first, second, money);
        mine.forEach(report -> awaitCase(report, "state", "WAITING"));
        // When
        List<String> listed = wholeQueue(2);
        // Then
        assertThat(listed)
                .doesNotHaveDuplicates()
                .filteredOn(mine.stream().map(ReportId::toString).toList()::contains)
                .containsExactly(
                        money.toString(), first.toString(), second.toString(), normal.toString(), later.toString());
    }

    @Test
    void entry_showsHowManyReportedTheNumber_andWhoHasTheCase() {
        // Given
        var number = Citizens.freshNumber();
        citizens.submit(citizens.aComplaint().about(number).at(LONG_AGO));
        ReportId report = citizens.submit(citizens.aComplaint().about(number).at(LONG_AGO));
        awaitCase(report, "reportsOnNumber", 2);
        move("budi", report, "claim").then().statusCode(200);
        // When
        var live = entry(report);
        clock.putForward(Duration.ofMinutes(31));
        var expired = entry(report);
        // Then
        assertThat(live.getInt("reportsOnNumber")).isEqualTo(2);
        assertThat(live.getString("claimedBy")).isEqualTo("budi");
        assertThat(expired.getString("claimedBy")).isNull();
    }

    @Test
    void withdrawnReport_countsNoMore() {
        // Given
        var number = Citizens.freshNumber();
        ReportId stays = citizens.submit(citizens.aComplaint().about(number));
        ReportId goes = citizens.submit(citizens.aComplaint().about(number));
        awaitCase(goes, "state", "WAITING");
        awaitCase(stays, "priority", "SEVERAL_REPORTS");
        // When
        citizens.withdraw(goes);
        // Then
        awaitCase(stays, "reportsOnNumber", 1);
        awaitCase(stays, "priority", "NORMAL");
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "state, SLEEPING",
        "limit, 0",
        "limit, 201",
        "writtenAfter, perhaps",
        "after, nonsense",
        "after, YR9iH2M"
    })
    void badParameter_isNamed(String parameter, String value) {
        as("sari")
                .queryParam(parameter, value)
                .get("/api/v1/cases")
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo(parameter));
    }

    @Test
    void whatIsWrittenAfterTheDecision_isListed_untilItIsPutAside() {
        // Given
        ReportId report = citizens.submit(citizens.aComplaint());
        awaitCase(report, "state", "WAITING");
        move("sari", report, "claim").then().statusCode(200);
        move("sari", report, "reject", "{\"reason\": \"NOT_FRAUD\"}").then().statusCode(200);
        assertThat(writtenAfter()).doesNotContain(report.toString());
        // When
        citizens.write(report);
        // Then
        awaitCase(report, "unreadMessages", 1);
        assertThat(writtenAfter()).contains(report.toString());
        assertThat(wholeQueue(200)).doesNotContain(report.toString());
        // When
        move("budi", report, "read", "{\"messages\": 0}").then().statusCode(409);
        move("budi", report, "read", "{\"messages\": 1}").then().statusCode(200);
        // Then
        assertThat(writtenAfter()).doesNotContain(report.toString());
    }

    private static List<String> writtenAfter() {
        return as("sari")
                .queryParam("writtenAfter", true)
                .queryParam("limit", 200)
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.report");
    }

    static Stream<Arguments> queries() {
        return Stream.of(
                Arguments.of("case_written_after", Queue.WRITTEN_AFTER.replaceFirst("limit \\?", "limit 51")),
                Arguments.of("case_open", Queue.OPEN.replaceFirst("limit \\?", "limit 51")),
                Arguments.of(
                        "case_by_state",
                        Queue.IN_STATE
                                .replaceFirst("c.state = \\?", "c.state = 'WAITING'")
                                .replaceFirst("limit \\?", "limit 51")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void page_isReadFromTheIndex_withoutSorting(String index, String query) throws SQLException {
        // When
        if (plans.isEmpty()) {
            plans = plansOverManyCases();
        }
        String plan = plans.get(query);
        // Then
        assertThat(plan)
                .contains("using " + index)
                .contains("Index Cond: ")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on verification_case");
    }

    /** The plans with a hundred thousand cases, nine in ten of them decided, that are gone again afterwards: with few, sorting is as cheap. */
    private Map<String, String> plansOverManyCases() throws SQLException {
        var plans = new HashMap<String, String>();
        try (var owner = DriverManager.getConnection(url, ownerName, ownerPassword)) {
            owner.setAutoCommit(false);
            try (var statement = owner.createStatement()) {
                statement.execute(MANY_CASES);
                statement.execute("analyze verification_case");
            }
            for (Arguments query : queries().toList()) {
                String asked = (String) query.get()[1];
                plans.put(asked, plan(owner, asked));
            }
            owner.rollback();
        }
        return plans;
    }

    private static String plan(Connection connection, String query) throws SQLException {
        try (var explain = connection.prepareStatement("explain " + query)) {
            explain.setInt(1, 1);
            explain.setObject(2, LONG_AGO.atOffset(ZoneOffset.UTC));
            explain.setObject(3, new UUID(0, 0));
            var plan = new StringBuilder();
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
            return plan.toString();
        }
    }

    private static JsonPath entry(ReportId report) {
        String listed = as("sari")
                .queryParam("state", "CLAIMED")
                .queryParam("limit", 200)
                .get("/api/v1/cases")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JsonPath.from(listed).setRootPath("items.find { it.report == '" + report + "' }");
    }

    private static List<String> wholeQueue(int pageSize) {
        var listed = new ArrayList<String>();
        String after = null;
        do {
            JsonPath page = page(after, pageSize);
            listed.addAll(page.getList("items.report"));
            after = page.getString("next");
        } while (after != null);
        return listed;
    }

    private static JsonPath page(String after, int limit) {
        var request = as("sari").queryParam("limit", limit);
        if (after != null) {
            request.queryParam("after", after);
        }
        return request.get("/api/v1/cases").then().statusCode(200).extract().jsonPath();
    }
}
