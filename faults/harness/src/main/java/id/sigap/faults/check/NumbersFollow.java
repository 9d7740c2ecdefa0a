package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** M: what the vault knows of a number's ticket, from which the number check answers, is what the ticket last said. */
final class NumbersFollow implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.M);
        Map<String, Optional<Instant>> blocked = new HashMap<>();
        snapshot.said(TicketEvent.class).map(Said::event).forEach(event -> {
            switch (event) {
                case NumberBlocked it -> blocked.put(it.subject(), Optional.of(it.blockedAt()));
                case NumberUnblocked it -> blocked.put(it.subject(), Optional.empty());
                default -> {}
            }
        });
        for (Row ticket : snapshot.table(INTAKE, "followed_ticket")) {
            String id = ticket.text("ticket");
            Optional<Instant> since = blocked.getOrDefault(id, Optional.empty());
            found.unless(
                    ticket.time("blocked_at").equals(since),
                    "the vault has the number blocked since %s, by what was said since %s"
                            .formatted(shown(ticket.time("blocked_at")), shown(since)),
                    id);
        }
        return found.list();
    }

    private static String shown(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse("never");
    }
}
