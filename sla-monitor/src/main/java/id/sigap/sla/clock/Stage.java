package id.sigap.sla.clock;

import id.sigap.sla.clock.Milestone.Party;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/**
 * The time between two milestones of a request, charged to one party. The stages of a clock follow each other without gap or overlap, so
 * every second is charged once. What came before the request is charged by its ticket's clock, once for all its requests.
 *
 * @param from the milestone it begins with
 * @param to the milestone it ends with, or waits for; or waited for until the request was withdrawn
 * @param chargedTo who is to bring about {@code to}
 * @param since when it began
 * @param until when it ended; absent while it runs
 * @param seconds how long it took, or has taken by now
 */
public record Stage(
        Milestone from, Milestone to, Party chargedTo, Instant since, Optional<Instant> until, long seconds) {

    /** The stages of a clock so far; none before its request is known. */
    static List<Stage> of(Clock clock, Instant now) {
        return clock.requestedAt == null
                ? List.of()
                : between(milestones(clock), Optional.ofNullable(clock.withdrawnAt), now);
    }

    /** The seconds charged to each party. */
    static Map<Party, Long> charged(List<Stage> stages) {
        return stages.stream()
                .collect(Collectors.groupingBy(
                        Stage::chargedTo, () -> new EnumMap<>(Party.class), Collectors.summingLong(Stage::seconds)));
    }

    /** In the order of the procedure; the awaited one has no time. Who answers without having acknowledged has skipped a milestone. */
    private static SequencedMap<Milestone, Optional<Instant>> milestones(Clock clock) {
        var milestones = new LinkedHashMap<Milestone, Optional<Instant>>();
        milestones.put(Milestone.REQUESTED, Optional.of(clock.requestedAt));
        milestones.put(
                Milestone.DELIVERED,
                Clock.earliest(clock.deliveredAt, clock.acknowledgedAt, clock.confirmedAt, clock.declinedAt));
        Optional<Instant> answer = Clock.earliest(clock.confirmedAt, clock.declinedAt);
        if (answer.isEmpty() || clock.acknowledgedAt != null) {
            milestones.put(Milestone.ACKNOWLEDGED, Clock.earliest(clock.acknowledgedAt, answer.orElse(null)));
        }
        boolean declined = clock.confirmedAt == null && clock.declinedAt != null;
        milestones.put(declined ? Milestone.DECLINED : Milestone.CONFIRMED, answer);
        return milestones;
    }

    private static List<Stage> between(
            SequencedMap<Milestone, Optional<Instant>> milestones, Optional<Instant> withdrawn, Instant now) {
        List<Stage> stages = new ArrayList<>();
        Milestone from = milestones.firstEntry().getKey();
        Instant since = milestones.firstEntry().getValue().orElseThrow();
        for (var next : milestones.sequencedEntrySet().stream().skip(1).toList()) {
            // Two machines' clocks differ by milliseconds: a stage never ends before it began.
            Instant began = since;
            Optional<Instant> reached = next.getValue();
            Optional<Instant> until = reached.or(() -> withdrawn).map(at -> at.isBefore(began) ? began : at);
            stages.add(stage(from, next.getKey(), began, until, now));
            if (reached.isEmpty()) {
                break;
            }
            from = next.getKey();
            since = until.get();
        }
        return stages;
    }

    private static Stage stage(Milestone from, Milestone to, Instant since, Optional<Instant> until, Instant now) {
        long seconds = Math.max(0, Duration.between(since, until.orElse(now)).toSeconds());
        return new Stage(from, to, to.broughtBy(), since, until, seconds);
    }
}
