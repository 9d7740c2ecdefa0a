package id.sigap.verification.desk;

import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import id.sigap.verification.desk.ShownQueue.Row;
import id.sigap.verification.presence.Presence;
import id.sigap.verification.queue.Board;
import id.sigap.verification.queue.FirstDecision;
import id.sigap.verification.queue.LiveQueue;
import id.sigap.verification.queue.Queue;
import id.sigap.verification.queue.QueueEntry;
import id.sigap.verification.queue.Timeliness;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The queue, for whoever is logged in. */
@ApplicationScoped
class QueueScreen {

    private static final int ROWS = 25;

    private final LiveQueue live;
    private final Queue queue;
    private final Presence presence;
    private final FirstDecision aim;
    private final CurrentUser user;
    private final Clock clock;

    QueueScreen(LiveQueue live, Queue queue, Presence presence, FirstDecision aim, CurrentUser user, Clock clock) {
        this.live = live;
        this.queue = queue;
        this.presence = presence;
        this.aim = aim;
        this.user = user;
        this.clock = clock;
    }

    /** The front of the queue as it is now. */
    ShownQueue front() {
        return of(live.read());
    }

    /** The front of the queue as it was at that version, or later. */
    ShownQueue front(String version) {
        return of(live.atLeast(version));
    }

    /** A page behind the front. */
    ShownQueue behind(String after) {
        var page = queue.page(Optional.empty(), after, ROWS);
        Map<UUID, List<String>> lookers = presence.everywhere();
        return shown(
                "",
                queue.heldBy(user.id()),
                queue.writtenAfter(null, ROWS).items(),
                page.items(),
                queue.open(),
                page.next(),
                lookers);
    }

    private ShownQueue of(Board board) {
        return shown(
                board.version(),
                board.heldBy(user.id()),
                board.writtenAfter(),
                board.front().items(),
                board.open(),
                board.front().next(),
                board.lookers());
    }

    private ShownQueue shown(
            String version,
            List<QueueEntry> own,
            List<QueueEntry> writtenAfter,
            List<QueueEntry> open,
            int total,
            Optional<String> next,
            Map<UUID, List<String>> lookers) {
        return new ShownQueue(
                version,
                rows(own, lookers),
                rows(writtenAfter, lookers),
                rows(open, lookers),
                total,
                next.orElse(""),
                user.has(Roles.OFFICER));
    }

    private List<Row> rows(List<QueueEntry> entries, Map<UUID, List<String>> lookers) {
        return entries.stream()
                .map(entry -> Row.of(entry, lookers.getOrDefault(entry.report(), List.of()), timeliness(entry)))
                .toList();
    }

    private Optional<Timeliness> timeliness(QueueEntry entry) {
        return entry.state().isOpen()
                ? Optional.of(aim.of(entry.priority(), entry.submittedAt(), clock.instant()))
                : Optional.empty();
    }
}
