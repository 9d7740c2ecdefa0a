package id.sigap.reliable;

import static id.sigap.reliable.Samples.aTicket;
import static id.sigap.reliable.Samples.anEventOf;
import static id.sigap.testing.Topics.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sigap.events.TicketId;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithSigapInfrastructure(database = "ledger")
@Tag("service")
class RestoredDatabaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Ledger ledger;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @Test
    void aBackupOlderThanKafkasOffsets_missesNothing() throws Exception {
        // Given: a backup of these tables, taken after the second of four events
        TicketId before = aTicket();
        publish(anEventOf(before, 1));
        publish(anEventOf(before, 2));
        heard(before, 1L, 2L);
        backUp();
        TicketId after = aTicket();
        publish(anEventOf(before, 3));
        publish(anEventOf(after, 1));
        heard(before, 1L, 2L, 3L);
        heard(after, 1L);
        // When: it is restored, and the service begins to read anew
        restore();
        assertThat(ledger.versionsOf(before.toString())).containsExactly(1L, 2L);
        beginToReadAnew();
        // Then
        heard(before, 1L, 2L, 3L);
        heard(after, 1L);
    }

    private void heard(TicketId ticket, Long... versions) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(ledger.versionsOf(ticket.toString()))
                .containsExactly(versions));
    }

    private static final List<String> TABLES = List.of("heard", "inbox", "inbox_position", "bookmark");

    private static void backUp() {
        for (String table : TABLES) {
            asOwner("drop table if exists backup_%1$s; create table backup_%1$s as table %1$s".formatted(table));
        }
    }

    private static void restore() {
        String all = String.join(
                ";",
                TABLES.stream()
                        .map(table -> "delete from %1$s; insert into %1$s %2$s table backup_%1$s"
                                .formatted(table, table.equals("heard") ? "overriding system value" : ""))
                        .toList());
        asOwner(all);
    }

    private static void asOwner(String sql) {
        try (var connection = Rows.LEDGER.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Throws the service's consumers out of their group: each comes back and is given its partitions anew, as after a restart. */
    private void beginToReadAnew() throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            admin.removeMembersFromConsumerGroup("ledger-service", new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get();
        }
    }
}
