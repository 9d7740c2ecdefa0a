package id.sigap.reliable;

import id.sigap.events.TicketId;
import id.sigap.events.ticket.TicketEvent;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service that writes down what it hears, as any listener would, and refuses what a test tells it to. */
@ApplicationScoped
class Ledger {

    private final Map<String, String> refused = new ConcurrentHashMap<>();
    private final Map<String, String> answered = new ConcurrentHashMap<>();
    private final DataSource database;
    private volatile String held;
    private volatile CountDownLatch released;
    private volatile boolean holding;

    Ledger(DataSource database) {
        this.database = database;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Incoming("tickets")
    @Blocking
    void on(EventBatch<TicketEvent> batch) {
        batch.forEachNew((event, metadata) -> {
            write(
                    event.subject(),
                    metadata.sequence().orElse(0),
                    event.getClass().getSimpleName());
            if (event.subject().equals(held)) {
                holding = true;
                awaitRelease();
            }
            if (refused.containsKey(event.subject())) {
                throw new IllegalStateException(refused.get(event.subject()));
            }
        });
    }

    @Incoming("replies")
    @Blocking
    void onForeign(ForeignBatch batch) {
        batch.forEach(record -> {
            String key = record.key().orElse("");
            write(key, record.offset(), "foreign");
            if (record.value().isEmpty()) {
                throw new RefusedRecord("a reply needs a body");
            }
            if (refused.containsKey(key)) {
                throw new RefusedRecord(refused.get(key));
            }
            return Optional.ofNullable(answered.get(key));
        });
    }

    void refuse(TicketId ticket) {
        refuse(ticket.toString());
    }

    void refuse(String subject) {
        refuse(subject, "refused by the test");
    }

    void refuse(String subject, String reason) {
        refused.put(subject, reason);
    }

    /** Refuses a stranger's record without throwing. */
    void answer(String key, String reason) {
        refused.remove(key);
        answered.put(key, reason);
    }

    /** Refuses no more: what was wrong is mended. */
    void accept(String subject) {
        refused.remove(subject);
    }

    List<Long> versionsOf(String subject) {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select version from heard where subject = ? order by place")) {
            select.setString(1, subject);
            List<Long> versions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    versions.add(row.getLong(1));
                }
            }
            return versions;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Stands still at that subject's next event, until {@link #release}. */
    void hold(String subject) {
        released = new CountDownLatch(1);
        holding = false;
        held = subject;
    }

    /** Whether the event has come, and its batch stands still. */
    boolean isHolding() {
        return holding;
    }

    void release() {
        held = null;
        released.countDown();
    }

    private void awaitRelease() {
        try {
            released.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the caller's transaction, which can't be committed then. */
    void loseConnection() {
        try (Connection connection = database.getConnection();
                PreparedStatement suicide =
                        connection.prepareStatement("select pg_terminate_backend(pg_backend_pid())")) {
            suicide.execute();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    void write(String subject, long version, String what) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into heard (subject, version, what) values (?, ?, ?)")) {
            insert.setString(1, subject);
            insert.setLong(2, version);
            insert.setString(3, what);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
