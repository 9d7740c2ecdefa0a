package id.sigap.reliable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Each event once, each aggregate in order. An event is handled only if it is the next version of its aggregate: an older one is
 * passed over, a later one waits on the shelf until the missing one has come.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final CurrentTransaction transaction;
    private final Attempts attempts;
    private final DeadLetters deadLetters;
    private final ShelfKeeper shelf;
    private final Trace trace;
    private final Counter handled;

    Inbox(
            CurrentTransaction transaction,
            Attempts attempts,
            DeadLetters deadLetters,
            ShelfKeeper shelf,
            Trace trace,
            MeterRegistry metrics) {
        this.transaction = transaction;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
        this.shelf = shelf;
        this.trace = trace;
        this.handled = Counter.builder("sigap.inbox.handled")
                .description("events handled, each once")
                .register(metrics);
    }

    /** @param handler is given the new events of one transaction, in their order; those of types this release knows */
    void receive(List<RawRecord> records, Consumer<List<Incoming.Readable>> handler) {
        List<Incoming> batch = records.stream().map(Incoming::read).toList();
        attempts.handle(
                batch,
                part -> transaction.run(connection -> {
                    handle(connection, part, handler);
                    bookmark(connection, part);
                }),
                (record, failure) -> transaction.run(connection -> {
                    deadLetters.add(record.raw(), record.place(), DeadLetters.reason(failure));
                    bookmark(connection, List.of(record));
                }));
    }

    /** Handles events on the shelf whose turn has come. */
    void look(Predicate<String> topics, Consumer<List<Incoming.Readable>> handler) {
        shelf.handleDue(topics, waiting -> {
            transaction.run(connection -> handle(connection, List.of(Incoming.read(waiting)), handler));
            return Optional.empty();
        });
    }

    private void handle(Connection connection, List<Incoming> batch, Consumer<List<Incoming.Readable>> handler)
            throws SQLException {
        List<Incoming.Readable> readable = new ArrayList<>(batch.size());
        for (Incoming incoming : batch) {
            switch (incoming) {
                case Incoming.Readable record -> readable.add(record);
                case Incoming.Unreadable record -> throw new RefusedRecord(record.reason());
            }
        }
        InboxPage page = InboxPage.open(connection, readable);
        List<Incoming.Readable> next = new ArrayList<>(readable.size());
        for (Incoming.Readable record : readable) {
            switch (page.verdict(record)) {
                case NEXT -> record.event().ifPresent(_ -> next.add(record));
                case TOO_EARLY -> park(connection, record);
                case SEEN -> LOG.debugf("seen before id=%s", record.id());
            }
        }
        handler.accept(next);
        handled.increment(next.size());
        page.close(connection);
    }

    private static void park(Connection connection, Incoming.Readable record) throws SQLException {
        new Shelf(connection).park(record.raw(), record.place().orElseThrow());
        LOG.warnf(
                "waits for an earlier version topic=%s subject=%s version=%d",
                record.raw().topic(),
                record.metadata().subject(),
                record.metadata().sequence().getAsLong());
    }

    private static void bookmark(Connection connection, List<Incoming> done) throws SQLException {
        Bookmarks.put(connection, done.stream().map(Incoming::raw).toList());
    }

    void inItsTrace(EventMetadata metadata, Runnable work) {
        trace.continueFrom(metadata.traceParent());
        work.run();
    }
}
