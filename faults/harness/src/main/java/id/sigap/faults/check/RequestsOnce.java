package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;

import id.sigap.events.operator.ReplyOutcome;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A: what an operator was asked is once and the same with the ticket, on its way out and on the clock; what it answered is said once. */
final class RequestsOnce implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        Map<String, Row> tickets = TicketsOnce.byId(snapshot.table(TICKET, "operator_request"), "id");
        Map<String, Row> letters = TicketsOnce.byId(snapshot.table(NOTIFIER, "operator_request"), "id");
        Map<String, Row> clocks = TicketsOnce.byId(snapshot.table(SLA, "clock"), "request");
        new Tally()
                .in("the tickets' journal", Asked.in(snapshot).map(Asked::request))
                .in("the tickets", tickets.keySet().stream())
                .in("the notifier", letters.keySet().stream())
                .in("the clocks", clocks.keySet().stream())
                .judge("request to an operator", found);
        Asked.byRequest(snapshot).forEach((request, asked) -> {
            same("the ticket's request", asked, tickets.get(request), found);
            same("the notifier's request", asked, letters.get(request), found);
            same("the clock", asked, clocks.get(request), found);
        });
        said(snapshot, letters, found);
        return found.list();
    }

    private static void same(String where, Asked asked, Row row, Findings found) {
        found.unless(
                row == null
                        || row.text("ticket").equals(asked.ticket())
                                && row.text("operator").equals(asked.operator())
                                && row.text("action").equals(asked.action().name())
                                && row.time("requested_at").equals(Optional.of(asked.requestedAt())),
                where + " is not what the ticket asked",
                asked.request(),
                asked.ticket());
    }

    /** What the notifier has written down it has also said, in the same words: the earliest of what it said, and each time an earlier one. */
    private static void said(Snapshot snapshot, Map<String, Row> letters, Findings found) {
        Map<String, Instant> earliest = new LinkedHashMap<>();
        Answered.in(snapshot).forEach(answer -> {
            String which = answer.request()
                    + (answer.outcome() == ReplyOutcome.ACKNOWLEDGED ? " acknowledged_at" : " answered_at");
            Instant before = earliest.put(which, answer.at());
            found.unless(
                    before == null || answer.at().isBefore(before),
                    "an operator's answer is said again, as received at %s, and it had been received by then"
                            .formatted(answer.at()),
                    answer.request());
        });
        new Tally()
                .in("the notifier", letters.values().stream().flatMap(row -> Stream.of("acknowledged_at", "answered_at")
                        .filter(row::has)
                        .map(column -> row.text("id") + " " + column + " "
                                + row.time(column).orElseThrow())))
                .in(
                        "its journal",
                        earliest.entrySet().stream().map(answer -> answer.getKey() + " " + answer.getValue()))
                .judge("an operator's answer", found);
    }
}
