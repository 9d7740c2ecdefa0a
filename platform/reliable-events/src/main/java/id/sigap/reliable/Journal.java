package id.sigap.reliable;

import id.sigap.events.Event;
import id.sigap.events.EventCodec;
import id.sigap.events.EventType;
import id.sigap.events.Topic;
import id.sigap.journal.Draft;
import id.sigap.journal.JournalEntry;
import id.sigap.journal.JournalReader;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What happened, said in the transaction in which it happened. One table does three jobs: audit trail, outbox, replay source.
 * All entries of a transaction are written at its commit in one round trip; Kafka hears of them after it.
 */
@ApplicationScoped
public class Journal {

    private final TransactionSynchronizationRegistry transaction;
    private final DataSource database;
    private final Relay relay;
    private final Clock clock;
    private final Instance<Actor> actor;
    private final Trace trace;

    Journal(
            TransactionSynchronizationRegistry transaction,
            DataSource database,
            Relay relay,
            Clock clock,
            Instance<Actor> actor,
            Trace trace) {
        this.transaction = transaction;
        this.database = database;
        this.relay = relay;
        this.clock = clock;
        this.actor = actor;
        this.trace = trace;
    }

    /**
     * Says that something happened; it is published to the family's topic once the transaction has committed.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void append(Event event) {
        append(Topic.of(event), event);
    }

    void append(Topic topic, Event event) {
        if (transaction.getTransactionStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("an event is journalled in the transaction of the change it tells of");
        }
        page().add(new Draft(
                topic.name(),
                event.subject(),
                Ids.next(),
                EventType.of(event).name(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                actor.isResolvable() ? actor.get().actor() : "system",
                EventCodec.write(event),
                currentTrace().toString()));
    }

    /** The whole history of one aggregate, oldest first. */
    public List<JournalEntry> of(String subject) {
        try (Connection connection = database.getConnection()) {
            return JournalReader.history(connection, subject);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private List<Draft> page() {
        @SuppressWarnings("unchecked")
        var page = (List<Draft>) transaction.getResource(Journal.class);
        if (page == null) {
            page = new ArrayList<>();
            transaction.putResource(Journal.class, page);
            transaction.registerInterposedSynchronization(new WriteAtCommit(page));
        }
        return page;
    }

    private TraceParent currentTrace() {
        return Arc.container().requestContext().isActive() ? trace.current().child() : TraceParent.root();
    }

    private final class WriteAtCommit implements Synchronization {

        private final List<Draft> page;

        WriteAtCommit(List<Draft> page) {
            this.page = page;
        }

        @Override
        public void beforeCompletion() {
            try (Connection connection = database.getConnection()) {
                JournalTable.append(connection, page);
            } catch (SQLException e) {
                throw new DatabaseFailure(e);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
