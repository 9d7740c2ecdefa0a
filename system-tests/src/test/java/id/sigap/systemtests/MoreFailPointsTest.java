package id.sigap.systemtests;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.trial.SystemUnderTest;
import id.sigap.local.actors.Cast;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Points that several services come to, in those that {@link FailPointsTest} leaves alive there. */
@Tag("full")
@Order(6)
@ExtendWith(Whole.class)
class MoreFailPointsTest {

    static Stream<FailPointRound> rounds() {
        return Stream.of(
                        Map.of(
                                FailPoint.COMMIT_BEFORE_REPLY, INTAKE,
                                FailPoint.RELAY_HALF_SENT, VERIFICATION,
                                FailPoint.RELAY_AFTER_ACK, TICKET,
                                FailPoint.COMMIT_BEFORE_OFFSET, SLA),
                        Map.of(
                                FailPoint.MAIL_TAKEN, INTAKE,
                                FailPoint.RELAY_AFTER_ACK, VERIFICATION,
                                FailPoint.COMMIT_BEFORE_OFFSET, NOTIFIER),
                        Map.of(FailPoint.COMMIT_BEFORE_OFFSET, VERIFICATION))
                .map(deaths -> new FailPointRound(deaths, 1));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rounds")
    void servicesDieAtTheirPoints_areStartedAgain_andTheReportPassesOnce(FailPointRound round, SystemUnderTest system) {
        try (Cast cast = new Cast(system.stack().description())) {
            round.on(system, cast);
        } finally {
            system.traps().disarm();
        }
    }
}
