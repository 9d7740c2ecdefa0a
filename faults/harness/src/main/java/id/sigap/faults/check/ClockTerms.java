package id.sigap.faults.check;

import static id.sigap.local.service.Service.SLA;

import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** E: a window starts when the policy says, by what was delivered and answered, and lasts as long as the ticket gave. */
final class ClockTerms implements Rule {

    private static final Set<String> STILL_MOVED = Set.of("RUNNING", "AT_RISK", "WITHDRAWN");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.E);
        Map<String, Asked> asked = Asked.byRequest(snapshot);
        Map<String, TreeSet<Instant>> reached = reached(snapshot);
        for (Row clock : snapshot.table(SLA, "clock")) {
            Asked terms = asked.get(clock.text("request"));
            if (terms != null) {
                judge(clock, terms, reached.getOrDefault(clock.text("request"), new TreeSet<>()), found);
            }
        }
        return found.list();
    }

    /** When each request is known to have been with its operator. */
    private static Map<String, TreeSet<Instant>> reached(Snapshot snapshot) {
        Map<String, TreeSet<Instant>> reached = snapshot.said(RequestDelivered.class)
                .collect(Collectors.groupingBy(
                        said -> said.event().subject(),
                        Collectors.mapping(said -> said.event().deliveredAt(), Collectors.toCollection(TreeSet::new))));
        Answered.in(snapshot).forEach(answer -> reached.computeIfAbsent(answer.request(), _ -> new TreeSet<>())
                .add(answer.at()));
        return reached;
    }

    private static void judge(Row clock, Asked terms, TreeSet<Instant> reached, Findings found) {
        List<Instant> starts = starts(clock, terms, reached);
        Optional<Instant> started = clock.time("started_at");
        found.unless(
                started.map(starts::contains).orElse(starts.isEmpty()),
                "the window starts at %s, by %s expected at %s"
                        .formatted(
                                started.map(Instant::toString).orElse("no time"),
                                clock.text("clock_start"),
                                starts.stream().map(Instant::toString).collect(Collectors.joining(" or "))),
                clock.text("request"));
        Optional<Instant> due = started.map(at -> at.plus(terms.window()));
        found.unless(
                clock.time("due_at").equals(due),
                "the window of %s ends at %s, expected at %s"
                        .formatted(
                                terms.window(),
                                clock.time("due_at").map(Instant::toString).orElse("no time"),
                                due.map(Instant::toString).orElse("no time")),
                clock.text("request"));
    }

    /** A clock that runs or is withdrawn starts at the earliest moment known; one that stopped otherwise keeps what was known then. */
    private static List<Instant> starts(Row clock, Asked terms, TreeSet<Instant> reached) {
        return switch (clock.text("clock_start")) {
            case "REQUESTED" -> List.of(terms.requestedAt());
            case "EVIDENCE_COMPLETE" -> List.of(terms.evidenceCompleteAt().orElse(terms.requestedAt()));
            default ->
                STILL_MOVED.contains(clock.text("state")) && !reached.isEmpty()
                        ? List.of(reached.first())
                        : new ArrayList<>(reached);
        };
    }
}
