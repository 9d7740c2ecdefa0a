package id.sigap.reliable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Each event once, each aggregate in order. An event is handled only if it is the next version of its aggregate: an older one is
 * passed over, a later one waits on the shelf until the missing one has come.
 */
@ApplicationScoped
class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);

    private final DataSource database;
    private final Attempts attempts;
    private final DeadLetters deadLetters;
    private final Trace trace;
    private final Counter handled;

    Inbox(DataSource database, Attempts attempts, DeadLetters deadLetters, Trace trace, MeterRegistry metrics) {
        this.database = database;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
        this.trace = trace;
        this.handled = Counter.builder("sigap.inbox.handled")
                .description("events handled, each once")
                .register(metrics);
    }

    /** @param handler is given the new events of one transaction, in their order; those of types this release knows */
    void receive(List<RawRecord> records, Consumer<List<Incoming.Readable>> handler) {
        if (records.isEmpty()) {
            return;
        }
        List<Incoming> batch = records.stream().map(Incoming::read).toList();
        attempts.handle(batch, part -> handle(part, handler), this::setAside);
        handleWhatWaited(records.getFirst().topic(), handler);
    }

    private void handle(List<Incoming> batch, Consumer<List<Incoming.Readable>> handler) {
        List<Incoming.Readable> readable = new ArrayList<>(batch.size());
        for (Incoming incoming : batch) {
            switch (incoming) {
                case Incoming.Readable record -> readable.add(record);
                case Incoming.Unreadable record -> throw new IllegalArgumentException(record.reason());
            }
        }
        try (Connection connection = database.getConnection()) {
            InboxPage page = InboxPage.open(connection, readable);
            List<Incoming.Readable> next = new ArrayList<>(readable.size());
            for (Incoming.Readable record : readable) {
                switch (page.verdict(record)) {
                    case NEXT -> record.event().ifPresent(_ -> next.add(record));
                    case TOO_EARLY -> deadLetters.shelve(connection, record);
                    case SEEN -> LOG.debugf("seen before id=%s", record.id());
                }
            }
            handler.accept(next);
            handled.increment(next.size());
            page.close(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void inItsTrace(EventMetadata metadata, Runnable work) {
        trace.continueFrom(metadata.traceParent());
        work.run();
    }

    private void setAside(Incoming record, RuntimeException failure) {
        deadLetters.add(record.raw(), version(record), reason(record, failure));
    }

    /** Events on the shelf whose turn has come, one transaction each: one that fails must not undo what let it in. */
    private void handleWhatWaited(String topic, Consumer<List<Incoming.Readable>> handler) {
        List<RawRecord> due = deadLetters.whatMayGoOn(topic);
        while (!due.isEmpty()) {
            for (RawRecord record : due) {
                attempts.handle(
                        List.of(Incoming.read(record)),
                        alone -> {
                            deadLetters.takeFromShelf(record);
                            handle(alone, handler);
                        },
                        this::setAside);
            }
            due = deadLetters.whatMayGoOn(topic);
        }
    }

    private static Long version(Incoming record) {
        return record instanceof Incoming.Readable readable
                        && readable.metadata().sequence().isPresent()
                ? readable.metadata().sequence().getAsLong()
                : null;
    }

    private static String reason(Incoming record, RuntimeException failure) {
        return switch (record) {
            case Incoming.Unreadable unreadable -> unreadable.reason();
            case Incoming.Readable _ -> failure.getClass().getSimpleName() + ": " + failure.getMessage();
        };
    }
}
