package id.sigap.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.ticket.block.Routing;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.SQLException;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A number that thousands reported. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "ticket")
class ManyReportsTest {

    private static final String FIVE_THOUSAND_MORE = """
            insert into ticket_report (ticket, report, verified_at, joined_at)
            select id, gen_random_uuid(), now(), now() from ticket, generate_series(1, 5000) where number = ?""";

    private static final String REPORTS =
            "select count(*) from ticket_report where ticket in (select id from ticket where number = ?)";

    @Inject
    Routing routing;

    @Inject
    EntityManagerFactory entities;

    @Test
    void oneReportMore_readsNoneOfThoseBefore() throws SQLException {
        // Given
        String number = Words.numberIn("811");
        String e164 = Words.verified(number).number().value();
        verified(number);
        assertThat(sql(FIVE_THOUSAND_MORE, e164)).isEqualTo(5_000);
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getEntityLoadCount();
        // When
        verified(number);
        verified(number);
        long loaded = statistics.getEntityLoadCount() - before;
        statistics.setStatisticsEnabled(false);
        // Then
        assertThat(loaded).isLessThan(50);
        assertThat(count(REPORTS, e164)).isEqualTo(5_003);
    }

    private void verified(String number) {
        QuarkusTransaction.requiringNew().run(() -> routing.verified(Words.verified(number)));
    }

    private static int sql(String statement, String number) throws SQLException {
        try (var owner = SharedInfrastructure.database("ticket").asOwner();
                var prepared = owner.prepareStatement(statement)) {
            prepared.setString(1, number);
            return prepared.executeUpdate();
        }
    }

    private static long count(String query, String number) throws SQLException {
        try (var owner = SharedInfrastructure.database("ticket").asOwner();
                var prepared = owner.prepareStatement(query)) {
            prepared.setString(1, number);
            try (var row = prepared.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
