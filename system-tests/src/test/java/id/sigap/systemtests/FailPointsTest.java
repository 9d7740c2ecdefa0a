package id.sigap.systemtests;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Traps;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every fail point is reached by a real service, which dies there and is started again. */
@Tag("system")
@Order(6)
@ExtendWith(Whole.class)
class FailPointsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalStack stack;
    private final Traps traps;
    private final Cast cast;

    FailPointsTest(SystemUnderTest system) {
        this.stack = system.stack();
        this.traps = system.traps();
        this.cast = new Cast(stack.description());
    }

    @AfterEach
    void leaveNoTrap() {
        traps.disarm();
        cast.close();
    }

    /** Where each service dies while one report passes. Together the rounds come to every point but one. */
    static Stream<Map<Service, FailPoint>> rounds() {
        return Stream.of(
                        Map.of(
                                INTAKE, FailPoint.COMMIT_BEFORE_REPLY,
                                VERIFICATION, FailPoint.RELAY_HALF_SENT,
                                TICKET, FailPoint.RELAY_AFTER_ACK,
                                NOTIFIER, FailPoint.MAIL_TAKEN,
                                SLA, FailPoint.COMMIT_BEFORE_OFFSET),
                        Map.of(
                                INTAKE, FailPoint.EVIDENCE_HALF_WRITTEN,
                                VERIFICATION, FailPoint.COMMIT_BEFORE_REPLY,
                                TICKET, FailPoint.COMMIT_BEFORE_OFFSET,
                                NOTIFIER, FailPoint.REQUEST_TAKEN,
                                SLA, FailPoint.RELAY_AFTER_ACK),
                        Map.of(
                                INTAKE, FailPoint.EVIDENCE_BEFORE_ROW,
                                VERIFICATION, FailPoint.RELAY_AFTER_ACK,
                                TICKET, FailPoint.RELAY_HALF_SENT,
                                NOTIFIER, FailPoint.REPLY_BEFORE_OFFSET,
                                SLA, FailPoint.MID_SWEEP),
                        Map.of(
                                INTAKE, FailPoint.EVIDENCE_BEFORE_INSPECTION,
                                VERIFICATION, FailPoint.COMMIT_BEFORE_OFFSET,
                                NOTIFIER, FailPoint.WATERMARK_BEFORE_PUBLISHING),
                        Map.of(INTAKE, FailPoint.MAIL_TAKEN, NOTIFIER, FailPoint.COMMIT_BEFORE_OFFSET))
                .map(EnumMap::new); // in the story's order: a round has the same name each time
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void servicesDieAtTheirPoints_areStartedAgain_andTheReportPassesOnce(Map<Service, FailPoint> deaths) {
        // Given
        Passage passage = new Passage(cast, Passage.HURRIED_OPERATOR);
        Map<Service, Integer> restarts = new EnumMap<>(Service.class);
        deaths.keySet().forEach(service -> restarts.put(service, stack.restarts(service)));
        deaths.forEach((service, point) -> traps.arm(point, service.id()));
        // When
        passage.reports().isVerified().isAskedOfTheOperator();
        if (deaths.containsValue(FailPoint.MID_SWEEP)) {
            // the operator lets its window pass
            traps.awaitTaken(FailPoint.MID_SWEEP, PATIENCE);
        }
        passage.isConfirmed().ends();
        // Then
        deaths.forEach((service, point) -> {
            assertThat(traps.awaitTaken(point, PATIENCE)).as(point.id()).isTrue();
            assertThat(traps.takenBy(point)).map(Traps.Taken::service).contains(service.id());
            Passage.atLast(
                    () -> assertThat(stack.restarts(service)).as(service.id()).isGreaterThan(restarts.get(service)));
        });
        stack.awaitAllReady();
        passage.happenedOnce();
    }

    @Test
    void aVaultThatDiesAtAnErasure_isStartedAgain_andHasErased() throws Exception {
        // Given
        Passage passage = new Passage(cast, Passage.PATIENT_OPERATOR).reports().isVerified();
        traps.arm(FailPoint.ERASED_BEFORE_BLOBS);
        // When
        int unanswered = erase(passage.citizen.id());
        // Then
        assertThat(traps.taken(FailPoint.ERASED_BEFORE_BLOBS)).isTrue();
        assertThat(unanswered).isZero();
        Passage.atLast(() -> assertThat(erase(passage.citizen.id())).isEqualTo(204));
    }

    @Test
    void theRounds_comeToEveryPoint() {
        // Given
        Set<FailPoint> points = EnumSet.of(FailPoint.ERASED_BEFORE_BLOBS);
        // When
        rounds().forEach(deaths -> points.addAll(deaths.values()));
        // Then
        assertThat(points).containsExactlyInAnyOrder(FailPoint.values());
    }

    /** @return the status; 0 if nobody answered */
    private int erase(String report) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        stack.description().api(INTAKE).resolve("/api/v1/reports/" + report + "/personal-data"))
                .header("Authorization", "Bearer " + cast.token(Account.WIRA))
                .timeout(Duration.ofSeconds(20))
                .DELETE()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException _) {
            return 0;
        }
    }
}
