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
import id.sigap.local.stack.LocalStack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every fail point is reached by a real service, which dies there and is started again. By other services: {@link MoreFailPointsTest}. */
@Tag("system")
@Order(6)
@ExtendWith(Whole.class)
class FailPointsTest {

    /** It comes once to every point but one. */
    private static final FailPointRound ROUND = new FailPointRound(
            Map.ofEntries(
                    Map.entry(FailPoint.EVIDENCE_HALF_WRITTEN, INTAKE),
                    Map.entry(FailPoint.EVIDENCE_BEFORE_ROW, INTAKE),
                    Map.entry(FailPoint.EVIDENCE_BEFORE_INSPECTION, INTAKE),
                    Map.entry(FailPoint.COMMIT_BEFORE_REPLY, VERIFICATION),
                    Map.entry(FailPoint.COMMIT_BEFORE_OFFSET, TICKET),
                    Map.entry(FailPoint.RELAY_HALF_SENT, TICKET),
                    Map.entry(FailPoint.REQUEST_TAKEN, NOTIFIER),
                    Map.entry(FailPoint.MAIL_TAKEN, NOTIFIER),
                    Map.entry(FailPoint.WATERMARK_BEFORE_PUBLISHING, NOTIFIER),
                    Map.entry(FailPoint.REPLY_BEFORE_OFFSET, NOTIFIER),
                    Map.entry(FailPoint.MID_SWEEP, SLA),
                    Map.entry(FailPoint.RELAY_AFTER_ACK, SLA)),
            2);

    private final SystemUnderTest system;
    private final LocalStack stack;
    private final Traps traps;
    private final Cast cast;

    FailPointsTest(SystemUnderTest system) {
        this.system = system;
        this.stack = system.stack();
        this.traps = system.traps();
        this.cast = new Cast(stack.description());
    }

    @AfterEach
    void leaveNoTrap() {
        traps.disarm();
        cast.close();
    }

    @Test
    void servicesDieAtTheirPoints_areStartedAgain_andTheReportsPassOnce() {
        ROUND.on(system, cast);
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
    void theRound_comesToEveryPoint() {
        // Given
        Set<FailPoint> points = EnumSet.of(FailPoint.ERASED_BEFORE_BLOBS);
        // When
        points.addAll(ROUND.deaths().keySet());
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
