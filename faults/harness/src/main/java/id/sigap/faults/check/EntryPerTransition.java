package id.sigap.faults.check;

import static id.sigap.local.service.Service.TICKET;

import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** G: a ticket has said as many events as it counts itself. */
final class EntryPerTransition implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.G);
        Map<String, Long> said = snapshot.database(TICKET).journal().stream()
                .collect(Collectors.groupingBy(Entry::subject, Collectors.counting()));
        for (Row ticket : snapshot.table(TICKET, "ticket")) {
            long entries = said.getOrDefault(ticket.text("id"), 0L);
            found.unless(
                    entries == ticket.number("version"),
                    "a ticket moved %d times and its journal has %d entries"
                            .formatted(ticket.number("version"), entries),
                    ticket.text("id"));
        }
        return found.list();
    }
}
