package id.sigap.faults.check;

import static id.sigap.faults.check.Successions.START;
import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.Event;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import id.sigap.local.service.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** J: every journal follows its aggregate's diagram, and the aggregate stands where its journal left it. */
final class LegalMoves implements Rule {

    /** A clock says nothing of having started, or of having been declined or withdrawn in time. */
    private static final Map<String, Set<String>> CLOCKS = Map.of(
            "OPEN", Set.of("AWAITING_START", "RUNNING", "DECLINED", "WITHDRAWN"),
            "AT_RISK", Set.of("AT_RISK", "DECLINED", "WITHDRAWN"),
            "BREACHED", Set.of("BREACHED"),
            "MET", Set.of("MET"),
            "MET_LATE", Set.of("MET_LATE"),
            "RETRACTED", Set.of("RETRACTED"),
            "MET_AFTER_ALL", Set.of("RETRACTED"));

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.J);
        replay(snapshot, INTAKE, Diagrams.REPORT, START, found);
        Map<String, String> cases = replay(snapshot, VERIFICATION, Diagrams.CASE, START, found);
        Map<String, String> tickets = replay(snapshot, TICKET, Diagrams.TICKET, START, found);
        Map<String, String> requests = replay(snapshot, NOTIFIER, Diagrams.REQUEST, "PENDING", found);
        withdrawn(snapshot, requests);
        Map<String, String> clocks = replay(snapshot, SLA, Diagrams.CLOCK, "OPEN", found);
        stand(snapshot.table(VERIFICATION, "verification_case"), "report", cases, START, found);
        stand(snapshot.table(VERIFICATION, "appeal"), "appeal", cases, START, found);
        stand(snapshot.table(TICKET, "ticket"), "id", tickets, START, found);
        stand(snapshot.table(NOTIFIER, "operator_request"), "id", requests, "PENDING", found);
        for (Row clock : snapshot.table(SLA, "clock")) {
            String state = clocks.getOrDefault(clock.text("request"), "OPEN");
            found.unless(
                    CLOCKS.getOrDefault(state, Set.of()).contains(clock.text("state")),
                    "a clock is %s, its journal leaves it %s".formatted(clock.text("state"), state),
                    clock.text("request"));
        }
        return found.list();
    }

    /** @return the state in which each subject's journal ends */
    private static Map<String, String> replay(
            Snapshot snapshot, Service service, Successions diagram, String start, Findings found) {
        Map<String, String> states = new HashMap<>();
        for (Entry entry : snapshot.database(service).journal()) {
            Optional<Event> event = entry.event();
            if (event.isPresent() && Receivers.OF.containsKey(entry.topic())) {
                String before = states.getOrDefault(entry.subject(), start);
                Optional<String> after = diagram.after(before, event.get());
                found.unless(
                        after.isPresent(),
                        "version %d of the journal of %s is %s, which must not come in state %s"
                                .formatted(
                                        entry.version(),
                                        service,
                                        event.get().getClass().getSimpleName(),
                                        before),
                        entry.subject(),
                        entry.id());
                states.put(entry.subject(), after.orElse(before));
            }
        }
        return states;
    }

    /** What the ticket withdraws ends there unless it was answered before: the notifier has no word of its own for it. */
    private static void withdrawn(Snapshot snapshot, Map<String, String> requests) {
        snapshot.said(RequestWithdrawn.class)
                .map(said -> said.event().request().toString())
                .filter(request ->
                        Set.of("PENDING", "ACKNOWLEDGED").contains(requests.getOrDefault(request, "PENDING")))
                .forEach(request -> requests.put(request, Diagrams.WITHDRAWN));
    }

    private static void stand(List<Row> rows, String id, Map<String, String> states, String start, Findings found) {
        for (Row row : rows) {
            String state = states.getOrDefault(row.text(id), start);
            found.unless(
                    state.equals(row.text("state")),
                    "it is %s, its journal leaves it %s".formatted(row.text("state"), state),
                    row.text(id));
        }
    }
}
