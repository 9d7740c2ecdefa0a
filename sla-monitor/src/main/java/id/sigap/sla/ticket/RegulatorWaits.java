package id.sigap.sla.ticket;

import id.sigap.sla.policy.Policies;
import id.sigap.sla.policy.SlaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** By which rule the regulator's own waits are judged: the window it gives itself, at risk after the share that holds for all. */
@ApplicationScoped
class RegulatorWaits {

    @Inject
    SlaConfig config;

    @Inject
    Policies policies;

    Duration window() {
        return config.regulatorWindow();
    }

    Duration untilAtRisk() {
        return policies.forAll().untilAtRisk(window());
    }

    RegulatorWait of(TicketClock clock, Instant now) {
        Instant dueAt = clock.since.plus(window());
        return RegulatorWait.of(clock, clock.since.plus(untilAtRisk()), dueAt, now);
    }
}
