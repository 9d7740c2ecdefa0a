package id.sigap.sla.ticket;

import id.sigap.events.TicketId;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One ticket, one clock: whom it waits for, and whom it waited for. It judges nobody, that is what the clocks of its requests do; it sees to it
 * that no moment is charged to two, or to none.
 */
@Entity
public class TicketClock {

    @Id
    UUID ticket;

    String ticketNumber;

    @Enumerated(EnumType.STRING)
    Awaited awaited = Awaited.NOTHING;

    Instant since;

    /** Whose answer is awaited; null while none is. */
    UUID request;

    @ElementCollection
    @CollectionTable(name = "ticket_step", joinColumns = @JoinColumn(name = "ticket"))
    @OrderColumn(name = "place")
    List<Step> steps = new ArrayList<>();

    protected TicketClock() {}

    TicketClock(TicketId ticket) {
        this.ticket = ticket.value();
    }

    /** Takes the next step, in the ticket's order. What an operator did late, or once more, ends no waiting. */
    void take(Step step) {
        if (step.kind.isAnswer() && !step.request.equals(request)) {
            return;
        }
        steps.add(step);
        awaited = step.kind.next();
        since = step.at;
        request = awaited == Awaited.ANSWER ? step.request : null;
    }

    boolean hasBegun() {
        return !steps.isEmpty();
    }
}
