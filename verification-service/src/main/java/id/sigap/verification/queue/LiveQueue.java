package id.sigap.verification.queue;

import id.sigap.verification.presence.Presence;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells every screen that shows the queue when it has changed. While anybody watches, this replica looks at the database once a second, whoever
 * changed it; however many watch, the rows are read once for each change. A listener that is slow is told the newest version only.
 */
@ApplicationScoped
public class LiveQueue {

    private static final int ROWS = 25;

    private final Queue queue;
    private final Presence presence;
    private final LiveQueueConfig config;
    private final Clock clock;
    private final Set<MultiEmitter<? super String>> listeners = ConcurrentHashMap.newKeySet();
    private volatile Board board;

    LiveQueue(Queue queue, Presence presence, LiveQueueConfig config, Clock clock) {
        this.queue = queue;
        this.presence = presence;
        this.config = config;
        this.clock = clock;
    }

    /** The queue's version, now and whenever it changes. */
    public Multi<String> versions() {
        return Multi.createFrom()
                .<String>emitter(this::listen, BackPressureStrategy.LATEST)
                .skip()
                .repetitions();
    }

    /** The same, for as long as a screen may listen before it asks anew. */
    public Multi<String> stream() {
        return versions().select().first(config.streamLength());
    }

    /** The board as it is now. */
    public Board read() {
        Map<UUID, List<String>> lookers = presence.everywhere();
        return read(version(lookers), lookers);
    }

    /** The board of that version, or a newer one; read only if nobody here had it read. */
    public synchronized Board atLeast(String version) {
        if (board == null || !board.version().equals(version)) {
            board = read();
        }
        return board;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (listeners.isEmpty()) {
            return;
        }
        Map<UUID, List<String>> lookers = presence.everywhere();
        String version = version(lookers);
        synchronized (this) {
            if (board == null || !board.version().equals(version)) {
                board = read(version, lookers);
            }
        }
        listeners.forEach(listener -> listener.emit(version));
    }

    private void listen(MultiEmitter<? super String> listener) {
        listeners.add(listener);
        listener.onTermination(() -> listeners.remove(listener));
    }

    private Board read(String version, Map<UUID, List<String>> lookers) {
        return new Board(
                version,
                queue.page(Optional.empty(), null, ROWS),
                queue.writtenAfter(null, ROWS).items(),
                queue.held(),
                queue.open(),
                lookers);
    }

    /** Ages are told in minutes, so a minute is a change too. */
    private String version(Map<UUID, List<String>> lookers) {
        long minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        return Long.toHexString(queue.fingerprint()) + "-" + Integer.toHexString(Objects.hash(lookers, minute));
    }
}
