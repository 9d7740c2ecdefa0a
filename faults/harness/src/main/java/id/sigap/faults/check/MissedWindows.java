package id.sigap.faults.check;

import static id.sigap.local.service.Service.SLA;

import id.sigap.events.Topic;
import id.sigap.events.sla.SlaAtRisk;
import id.sigap.events.sla.SlaBreachRetracted;
import id.sigap.events.sla.SlaBreached;
import id.sigap.events.sla.SlaEvent;
import id.sigap.events.sla.SlaMet;
import id.sigap.events.sla.Timeliness;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * E: a window that passed without an answer or a withdrawal is a breach, declared once, not before all answers of that time were known; any
 * other is none. Answers count from when the notifier's journal says; {@link AnswerTimes} holds that against what operators really sent.
 */
final class MissedWindows implements Rule {

    /** The sweep comes every second; what has just fallen due may be declared or not. */
    private static final Duration SWEEP = Duration.ofSeconds(5);
    /** Two clocks of one machine: the producer's and the database's. */
    private static final Duration SKEW = Duration.ofMillis(100);

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.E);
        Watermarks watermarks = Watermarks.on(snapshot);
        Map<String, List<Said<SlaEvent>>> said = snapshot.said(SlaEvent.class)
                .collect(Collectors.groupingBy(it -> it.event().subject()));
        Map<String, Answered> answers = Answered.in(snapshot)
                .filter(Answered::isFinal)
                .collect(Collectors.toMap(Answered::request, answer -> answer, MissedWindows::earlier));
        // an answer that lies among the dead letters may be the confirmation: then nobody is accused
        Set<String> doubtful = snapshot.table(SLA, "set_aside").stream()
                .filter(row -> row.text("topic").equals(Topic.CONFIRMATIONS.name()))
                .map(row -> row.text("subject"))
                .collect(Collectors.toSet());
        Map<String, Instant> withdrawn = snapshot.said(RequestWithdrawn.class)
                .collect(Collectors.toMap(
                        it -> it.event().request().toString(), it -> it.event().withdrawnAt(), (first, _) -> first));
        for (Row clock : snapshot.table(SLA, "clock")) {
            String request = clock.text("request");
            if (clock.has("due_at") && !doubtful.contains(request)) {
                new Window(
                                request,
                                clock.time("due_at").orElseThrow(),
                                Optional.ofNullable(answers.get(request)),
                                Optional.ofNullable(withdrawn.get(request)),
                                said.getOrDefault(request, List.of()))
                        .judge(watermarks, expectations.excuse(Excuse.CLOCKS_MOVED), found);
            }
        }
        return found.list();
    }

    private static Answered earlier(Answered one, Answered other) {
        return other.at().isBefore(one.at()) ? other : one;
    }

    /** One request's window and all that was said of it. */
    private record Window(
            String request,
            Instant dueAt,
            Optional<Answered> answer,
            Optional<Instant> withdrawnAt,
            List<Said<SlaEvent>> said) {

        void judge(Watermarks watermarks, boolean clocksMoved, Findings found) {
            long breaches = count(SlaBreached.class);
            long retracted = count(SlaBreachRetracted.class);
            boolean inTime = answer.filter(it -> !it.at().isAfter(dueAt)).isPresent();
            boolean withdrawnInTime =
                    withdrawnAt.filter(at -> !at.isAfter(dueAt)).isPresent();
            found.unless(breaches <= 1, "a miss is flagged %d times".formatted(breaches), request);
            found.unless(
                    count(SlaAtRisk.class) <= 1,
                    "a window is at risk %d times".formatted(count(SlaAtRisk.class)),
                    request);
            if (inTime) {
                found.unless(
                        breaches == 0 || clocksMoved,
                        "a breach was declared although the answer of %s was in time for %s"
                                .formatted(answer.get().at(), dueAt),
                        request);
                found.unless(breaches <= retracted, "a breach was wrong and is not retracted, due " + dueAt, request);
            } else if (withdrawnInTime) {
                // no watermark tells how far tickets are heard: a breach may be declared, and must not stand
                found.unless(
                        breaches == retracted,
                        "a breach stands of what was withdrawn at %s, due %s".formatted(withdrawnAt.get(), dueAt),
                        request);
            } else {
                found.unless(retracted == 0, "a breach was right and is retracted, due " + dueAt, request);
                missed(breaches, watermarks, found);
            }
            met(inTime, withdrawnInTime, found);
            said.stream()
                    .filter(it -> it.event() instanceof SlaBreached && !clocksMoved)
                    .forEach(breach -> guarded(breach, watermarks, found));
        }

        private void missed(long breaches, Watermarks watermarks, Findings found) {
            boolean past =
                    watermarks.horizon().filter(dueAt.plus(SWEEP)::isBefore).isPresent();
            boolean ahead = watermarks.horizon().filter(dueAt::isAfter).isPresent();
            found.unless(!past || breaches == 1, "no breach was declared of a window that passed at " + dueAt, request);
            found.unless(!ahead || breaches == 0, "a breach was declared of a window that ends at " + dueAt, request);
        }

        private void met(boolean inTime, boolean withdrawnInTime, Findings found) {
            boolean confirmed =
                    answer.filter(it -> it.outcome().name().equals("CONFIRMED")).isPresent();
            long onTime = met(Timeliness.ON_TIME);
            long late = met(Timeliness.LATE);
            found.unless(
                    onTime == (confirmed && inTime ? 1 : 0)
                            && late <= 1
                            && (inTime || withdrawnInTime || late == (confirmed ? 1 : 0)),
                    "the operator %s, due %s, and is said to have met it %d times in time and %d times late"
                            .formatted(
                                    answer.map(it -> it.outcome() + " at " + it.at())
                                            .orElse("never answered"),
                                    dueAt,
                                    onTime,
                                    late),
                    request);
        }

        /** A sweep may accuse only when every answer of that time is known: a late one may be a copy of one in time. */
        private void guarded(Said<SlaEvent> breach, Watermarks watermarks, Findings found) {
            Instant declared = breach.entry().recordedAt();
            boolean known = watermarks
                    .knownSince(((SlaBreached) breach.event()).dueAt())
                    .filter(since -> !since.isAfter(declared.plus(SKEW)))
                    .isPresent();
            found.unless(
                    known,
                    "a breach was declared at %s, before all answers up to %s were known".formatted(declared, dueAt),
                    request);
        }

        private long met(Timeliness timeliness) {
            return said.stream()
                    .filter(it -> it.event() instanceof SlaMet met && met.timeliness() == timeliness)
                    .count();
        }

        private long count(Class<? extends SlaEvent> type) {
            return said.stream().filter(it -> type.isInstance(it.event())).count();
        }
    }
}
