package id.sigap.sla.clock;

import id.sigap.events.Action;
import id.sigap.events.sla.Retraction;
import id.sigap.sla.clock.Milestone.Party;
import id.sigap.sla.policy.ClockStart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A clock as its readers see it. What is not known yet is absent.
 *
 * @param undelivered no channel has brought the request to the operator, and it has not answered: it must not be taken for notified
 * @param failedChannels the channels that gave up on it
 * @param window ISO 8601, as the request says
 * @param startedAt when the window began, by {@code clockStart}
 * @param charged seconds per party
 */
public record ClockView(
        UUID request,
        UUID ticket,
        Optional<String> ticketNumber,
        String operator,
        Optional<Action> action,
        State state,
        boolean undelivered,
        List<String> failedChannels,
        Optional<Duration> window,
        Optional<ClockStart> clockStart,
        Optional<BigDecimal> atRiskShare,
        Optional<Instant> evidenceCompleteAt,
        Optional<Instant> requestedAt,
        Optional<Instant> deliveredAt,
        Optional<Instant> acknowledgedAt,
        Optional<Instant> confirmedAt,
        Optional<Instant> declinedAt,
        Optional<Instant> withdrawnAt,
        Optional<Instant> startedAt,
        Optional<Instant> atRiskAt,
        Optional<Instant> dueAt,
        Optional<Instant> breachedAt,
        Optional<Retraction> retraction,
        List<Stage> stages,
        Map<Party, Long> charged) {

    static ClockView of(Clock clock, Instant now) {
        List<Stage> stages = Stage.of(clock, now);
        return new ClockView(
                clock.request,
                clock.ticket,
                Optional.ofNullable(clock.ticketNumber),
                clock.operator,
                Optional.ofNullable(clock.action),
                clock.state,
                clock.reachedNobody(),
                List.copyOf(clock.failedChannels),
                Optional.ofNullable(clock.windowMillis).map(Duration::ofMillis),
                Optional.ofNullable(clock.clockStart),
                Optional.ofNullable(clock.atRiskShare),
                Optional.ofNullable(clock.evidenceCompleteAt),
                Optional.ofNullable(clock.requestedAt),
                Optional.ofNullable(clock.deliveredAt),
                Optional.ofNullable(clock.acknowledgedAt),
                Optional.ofNullable(clock.confirmedAt),
                Optional.ofNullable(clock.declinedAt),
                Optional.ofNullable(clock.withdrawnAt),
                Optional.ofNullable(clock.startedAt),
                Optional.ofNullable(clock.atRiskAt),
                Optional.ofNullable(clock.dueAt),
                Optional.ofNullable(clock.breachedAt),
                Optional.ofNullable(clock.retraction),
                stages,
                Stage.charged(stages));
    }
}
