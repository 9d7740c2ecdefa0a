package id.sigap.faults.check;

import static id.sigap.local.service.Service.NOTIFIER;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeliveryFailed;
import id.sigap.events.confirmation.RequestDelivered;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** J: a request is delivered once by each channel, or given up, and the delivery stands where the journal left it. */
final class LegalDeliveries implements Rule {

    private static final Map<String, Set<String>> ROWS = Map.of(
            "OPEN", Set.of("PENDING", "RETRYING", "CANCELLED"),
            "DELIVERED", Set.of("DELIVERED"),
            // somebody may have let it try anew
            "FAILED", Set.of("FAILED", "RETRYING", "CANCELLED"));

    private static final Set<String> OPEN_REQUEST = Set.of("PENDING", "ACKNOWLEDGED");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.J);
        Map<String, String> states = new HashMap<>();
        snapshot.said(ConfirmationEvent.class)
                .forEach(said -> channel(said.event()).ifPresent(channel -> {
                    String way = said.event().subject() + " " + channel;
                    String before = states.getOrDefault(way, "OPEN");
                    Optional<String> after = Diagrams.DELIVERY.after(before, said.event());
                    found.unless(
                            after.isPresent(),
                            "%s by %s comes when the delivery is %s"
                                    .formatted(said.event().getClass().getSimpleName(), channel, before),
                            said.event().subject());
                    states.put(way, after.orElse(before));
                }));
        Map<String, Row> requests = TicketsOnce.byId(snapshot.table(NOTIFIER, "operator_request"), "id");
        for (Row row : snapshot.table(NOTIFIER, "delivery")) {
            Row request = requests.get(row.text("request"));
            found.unless(
                    request == null
                            || !row.text("state").equals("CANCELLED")
                            || !OPEN_REQUEST.contains(request.text("state")),
                    "the delivery by %s is cancelled, its request is still open".formatted(row.text("channel")),
                    row.text("request"));
            if (!row.text("matter").equals("REQUEST")) {
                continue; // of a withdrawal's delivery nothing is said
            }
            String state = states.getOrDefault(row.text("request") + " " + row.text("channel"), "OPEN");
            found.unless(
                    ROWS.get(state).contains(row.text("state")),
                    "the delivery by %s is %s, the journal leaves it %s"
                            .formatted(row.text("channel"), row.text("state"), state),
                    row.text("request"));
        }
        return found.list();
    }

    private static Optional<String> channel(ConfirmationEvent event) {
        return switch (event) {
            case RequestDelivered e -> Optional.of(e.channel().name());
            case DeliveryFailed e -> Optional.of(e.channel().name());
            default -> Optional.empty();
        };
    }
}
