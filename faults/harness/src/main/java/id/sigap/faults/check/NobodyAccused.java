package id.sigap.faults.check;

import static id.sigap.local.service.Service.SLA;

import id.sigap.events.Topic;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** N: no clock runs, and no breach stands, for what was answered or withdrawn in time, or never came to its operator. */
final class NobodyAccused implements Rule {

    private static final Set<String> RUNS = Set.of("AWAITING_START", "RUNNING", "AT_RISK");
    private static final Set<String> BREACHED = Set.of("BREACHED", "MET_LATE");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.N);
        Map<String, Instant> answered = Answered.in(snapshot)
                .filter(Answered::isFinal)
                .collect(Collectors.toMap(Answered::request, Answered::at, NobodyAccused::earlier));
        Map<String, Instant> withdrawn = snapshot.said(RequestWithdrawn.class)
                .map(said -> said.event())
                .collect(Collectors.toMap(
                        event -> event.request().toString(), RequestWithdrawn::withdrawnAt, NobodyAccused::earlier));
        Set<String> reached = Stream.concat(
                        snapshot.said(RequestDelivered.class)
                                .map(said -> said.event().subject()),
                        Answered.in(snapshot).map(Answered::request))
                .collect(Collectors.toSet());
        // what lies among the dead letters may be the answer, which is another invariant's business
        Set<String> doubtful = snapshot.table(SLA, "set_aside").stream()
                .filter(row -> row.text("topic").equals(Topic.CONFIRMATIONS.name()))
                .map(row -> row.text("subject"))
                .collect(Collectors.toSet());
        for (Row clock : snapshot.table(SLA, "clock")) {
            String request = clock.text("request");
            String state = clock.text("state");
            if (!doubtful.contains(request)) {
                inTime("answered", answered.get(request), clock, found);
                inTime("withdrawn", withdrawn.get(request), clock, found);
                found.unless(
                        reached.contains(request)
                                || state.equals("AWAITING_START")
                                || !RUNS.contains(state) && !BREACHED.contains(state),
                        "a clock is %s of what never came to its operator".formatted(state),
                        request);
            }
        }
        return found.list();
    }

    private static void inTime(String what, Instant at, Row clock, Findings found) {
        Optional<Instant> due = clock.time("due_at");
        String state = clock.text("state");
        if (at != null && due.map(end -> !at.isAfter(end)).orElse(true)) {
            found.unless(
                    !RUNS.contains(state) && !BREACHED.contains(state),
                    "a clock is %s of what was %s at %s, due %s"
                            .formatted(
                                    state, what, at, due.map(Instant::toString).orElse("at no time")),
                    clock.text("request"));
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
