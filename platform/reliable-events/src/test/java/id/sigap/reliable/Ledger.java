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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service that writes down what it hears, as any listener would, and refuses what a test tells it to. */
@ApplicationScoped
class Ledger {

    private final Set<String> refusedSubjects = ConcurrentHashMap.newKeySet();
    private final DataSource database;

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
            if (refusedSubjects.contains(event.subject())) {
                throw new IllegalStateException("refused by the test");
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
        });
    }

    void refuse(TicketId ticket) {
        refusedSubjects.add(ticket.toString());
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

    private void write(String subject, long version, String what) {
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
