package id.sigap.sla.watermark;

import id.sigap.reliable.DatabaseFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import javax.sql.DataSource;

/** How far each partition of the confirmations has been handled here. Plain JDBC: rows without an identity of their own, read by the sweep's SQL. */
@ApplicationScoped
public class Watermarks {

    private static final String ADVANCE = """
            insert into watermark (partition_number, through, advanced_at) values (?, ?, clock_timestamp())
            on conflict (partition_number) do update set through = excluded.through, advanced_at = excluded.advanced_at
            where watermark.through < excluded.through""";

    private static final String READ = """
            select partition_number, through, extract(epoch from clock_timestamp() - through) as age_seconds
            from watermark where partition_number < ? order by partition_number""";

    @Inject
    DataSource database;

    /**
     * Inside the caller's transaction. An older watermark than the one known changes nothing.
     *
     * @param through by partition, sorted, so that two transactions never wait for each other in a circle
     */
    public void advance(SortedMap<Integer, Instant> through) {
        if (through.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            for (var mark : through.entrySet()) {
                statement.setInt(1, mark.getKey());
                statement.setObject(2, mark.getValue().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The watermarks of the first {@code partitions} partitions; one that never sent a watermark is absent. */
    public List<Watermark> of(int partitions) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setInt(1, partitions);
            List<Watermark> marks = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    marks.add(new Watermark(
                            row.getInt("partition_number"),
                            row.getObject("through", OffsetDateTime.class).toInstant(),
                            Duration.ofMillis((long) (row.getDouble("age_seconds") * 1000))));
                }
            }
            return marks;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
