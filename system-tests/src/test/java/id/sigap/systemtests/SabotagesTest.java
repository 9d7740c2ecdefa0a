package id.sigap.systemtests;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;
import static id.sigap.systemtests.Passage.HURRIED_OPERATOR;
import static id.sigap.systemtests.Passage.PATIENT_OPERATOR;
import static id.sigap.systemtests.Passage.atLast;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.infrastructure.Account;
import id.sigap.local.actors.Cast;
import id.sigap.local.console.Console;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import id.sigap.local.stack.StackOptions;
import id.sigap.local.status.Lag;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every sabotage does in a real service what its name says, once the circumstances are there. Each service has a sabotage of its own. */
@Tag("full")
class SabotagesTest {

    private static SystemUnderTest system;
    private static Cast cast;

    @BeforeAll
    static void start() {
        StackOptions options = StackOptions.forTest(Wholes.REPOSITORY, Wholes.folder(), Console.standard());
        system = SystemUnderTest.start(
                options,
                Map.of(
                        INTAKE, Sabotage.OFFSET_EARLY,
                        VERIFICATION, Sabotage.INBOX_OFF,
                        TICKET, Sabotage.POINTER_EARLY,
                        NOTIFIER, Sabotage.NO_OPERATOR_CHECK,
                        SLA, Sabotage.BREACH_WITHOUT_GUARD));
        cast = new Cast(system.stack().description());
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            cast.close();
            system.close();
        }
    }

    @Test
    void withoutTheInbox_anEventThatComesTwice_isHandledTwice() {
        // Given
        system.traps().arm(FailPoint.RELAY_AFTER_ACK, INTAKE.id());
        // When: the vault publishes the report, dies, and publishes it again
        Passage passage = passage(PATIENT_OPERATOR).reports();
        // Then: there is a case already, and so the second time is a dead letter
        String dead = "select count(*) from set_aside where state = 'DEAD' and subject = '%s'";
        atLast(() -> assertThat(count(VERIFICATION, dead.formatted(passage.citizen.id())))
                .isOne());
        assertThat(system.traps().taken(FailPoint.RELAY_AFTER_ACK)).isTrue();
    }

    @Test
    void withTheOffsetCommittedEarly_whoDiesBeforeTheHandling_hasLostTheEvent() {
        // Given
        Passage passage = passage(PATIENT_OPERATOR).reports();
        String handled = "select count(*) from inbox_position where topic = 'sigap.verifications' and subject = '%s'";
        atLast(() -> assertThat(count(INTAKE, handled.formatted(passage.citizen.id())))
                .isOne());
        // When: the vault dies between the offset and the handling of the claim
        system.traps().arm(FailPoint.COMMIT_BEFORE_OFFSET, INTAKE.id());
        passage.desk.claims(passage.citizen.id());
        assertThat(system.traps().awaitTaken(FailPoint.COMMIT_BEFORE_OFFSET, Passage.PATIENCE))
                .isTrue();
        system.stack().awaitReady(INTAKE);
        passage.isVerified();
        // Then: what follows the lost event waits for it
        String waiting =
                "select count(*) from set_aside where state = 'WAITING' and topic = 'sigap.verifications' and subject = '%s'";
        atLast(() -> assertThat(count(INTAKE, waiting.formatted(passage.citizen.id())))
                .isPositive());
    }

    @Test
    void withPointersDeletedEarly_whoDiesBeforeTheSending_neverSends() {
        // Given
        system.traps().arm(FailPoint.RELAY_HALF_SENT, TICKET.id());
        // When
        Passage passage = passage(PATIENT_OPERATOR).reports().isVerified();
        assertThat(system.traps().awaitTaken(FailPoint.RELAY_HALF_SENT, Passage.PATIENCE))
                .isTrue();
        system.stack().awaitReady(TICKET);
        // Then: the ticket knows of a request that the operator is never brought
        String ticket = passage.ticket();
        atLast(() -> assertThat(count(TICKET, "select count(*) from pending")).isZero());
        assertThat(count(TICKET, "select max(version) from journal where subject = '%s'".formatted(ticket)))
                .isEqualTo(2);
        atLast(() -> assertThat(Lag.of(system.stack().description())).containsEntry(NOTIFIER, 0L));
        assertThat(count(NOTIFIER, "select count(*) from operator_request where ticket = '%s'".formatted(ticket)))
                .isZero();
    }

    @Test
    void withoutTheGuard_aBreachIsInvented_whileAnAnswerInTimeIsStillOnItsWay() {
        // Given
        Passage passage = passage(HURRIED_OPERATOR).reports().isVerified().isAskedOfTheOperator();
        String request = passage.request();
        atLast(() -> passage.desk.seesClock(request, "RUNNING"));
        Replica notifier = NOTIFIER.replica(1);
        // When: the operator answers within its window, and nobody brings the answer on
        system.stack().suspend(notifier);
        try {
            passage.isConfirmed();
            // Then
            atLast(() -> passage.desk.seesClock(request, "BREACHED"));
        } finally {
            system.stack().resume(notifier);
        }
        atLast(() -> passage.desk.seesClock(request, "RETRACTED"));
    }

    @Test
    void withoutTheOperatorCheck_anotherOperatorConfirms_byRestAndByTopic() {
        // Given
        Passage byRest = passage(PATIENT_OPERATOR).reports().isVerified().isAskedOfTheOperator();
        Passage byTopic = passage(PATIENT_OPERATOR).reports().isVerified().isAskedOfTheOperator();
        // When
        int status = cast.operator(Account.INDOSAT)
                .post("/api/v1/requests/" + byRest.request() + "/confirm", null)
                .status();
        cast.topicsOf(HURRIED_OPERATOR)
                .reply(JsonNodeFactory.instance
                        .objectNode()
                        .put("request", byTopic.request())
                        .put("outcome", "CONFIRMED"));
        // Then
        assertThat(status).isEqualTo(200);
        atLast(() -> byRest.desk.seesTicket(byRest.number, "BLOCKED"));
        atLast(() -> byTopic.desk.seesTicket(byTopic.number, "BLOCKED"));
    }

    private static long count(Service service, String sql) {
        return Rows.count(system.stack().description(), service, sql);
    }

    private static Passage passage(String operator) {
        return new Passage(cast, operator);
    }
}
