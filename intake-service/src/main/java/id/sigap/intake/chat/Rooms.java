package id.sigap.intake.chat;

import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Who is connected to which conversation, at this replica. Nothing else is kept here: what a seat has not been shown is read from the
 * database, so it doesn't matter which replica stored it.
 */
@ApplicationScoped
class Rooms {

    private static final int WINDOWS = 20;

    private final Map<ReportId, Set<Seat>> rooms = new ConcurrentHashMap<>();

    /**
     * Somebody comes in, and is welcomed: the others hear of it, and the newcomer of them.
     *
     * @throws Refusal 429 if that side has more windows open than anybody needs
     */
    void enter(Seat seat, Frame.Welcome welcome) {
        rooms.compute(seat.report(), (_, seats) -> {
            Set<Seat> all = seats == null ? ConcurrentHashMap.newKeySet() : seats;
            if (windows(all, seat.writer().author()) >= WINDOWS) {
                throw new Refusal(Status.TOO_MANY_REQUESTS, "too-many-requests");
            }
            seat.send(welcome); // before anything that is said
            all.add(seat);
            return all;
        });
        tellOthers(seat, other -> {
            other.send(new Frame.Presence(seat.writer().author(), true));
            seat.send(new Frame.Presence(other.writer().author(), true));
        });
    }

    private static long windows(Set<Seat> seats, Author author) {
        return seats.stream().filter(other -> other.writer().author() == author).count();
    }

    void leave(Seat seat) {
        rooms.computeIfPresent(seat.report(), (_, seats) -> {
            seats.remove(seat);
            return seats.isEmpty() ? null : seats;
        });
        Author left = seat.writer().author();
        if (rooms.getOrDefault(seat.report(), Set.of()).stream()
                .noneMatch(other -> other.writer().author() == left)) { // not another window of the same side
            tellOthers(seat, other -> other.send(new Frame.Presence(left, false)));
        }
    }

    /** This replica stored something new. */
    void said(ReportId report, MessageView message) {
        rooms.getOrDefault(report, Set.of()).forEach(seat -> seat.show(message));
    }

    /** Some replica stored something new. */
    void catchUpTo(ReportId report, long sequence) {
        rooms.getOrDefault(report, Set.of()).forEach(seat -> seat.catchUpTo(sequence));
    }

    /** One side has read on: the other hears of it. */
    void read(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReadMarks.Moved moved) {
        rooms.getOrDefault(moved.report(), Set.of()).stream()
                .filter(seat -> seat.writer().author() != moved.reader())
                .forEach(seat -> seat.send(new Frame.Seen(moved.reader(), moved.sequence())));
    }

    /** Everybody, at this replica. */
    List<Seat> seats() {
        return rooms.values().stream().flatMap(Set::stream).toList();
    }

    void tellOthers(Seat seat, Consumer<Seat> what) {
        rooms.getOrDefault(seat.report(), Set.of()).stream()
                .filter(other -> other != seat)
                .forEach(what);
    }
}
