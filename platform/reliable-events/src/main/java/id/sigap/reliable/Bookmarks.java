package id.sigap.reliable;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Where each partition is read next, kept by the database in the transaction of what was read. Kafka's own offsets are a copy of it. */
final class Bookmarks {

    private static final String PUT = """
            insert into bookmark (topic, record_partition, next_offset, leader_epoch)
            select * from unnest(?::text[], ?::int[], ?::bigint[], ?::int[])
            on conflict (topic, record_partition)
            do update set next_offset = excluded.next_offset, leader_epoch = excluded.leader_epoch""";

    private static final String FIND =
            "select next_offset, leader_epoch from bookmark where topic = ? and record_partition = ?";

    private static final String STEPPED_OVER = """
            select exists (select from stepped_over
                where topic = ? and record_partition = ? and record_offset >= ? and record_offset < ?)""";

    // one order for everybody, so that two replicas never wait for each other in a circle
    private static final Comparator<TopicPartition> ORDER =
            Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

    private Bookmarks() {}

    /** These records are done with, handled or set aside. */
    static void put(Connection connection, Collection<RawRecord> records) throws SQLException {
        Map<TopicPartition, RawRecord> last = new TreeMap<>(ORDER);
        for (RawRecord record : records) {
            last.merge(
                    new TopicPartition(record.topic(), record.partition()),
                    record,
                    (a, b) -> a.offset() > b.offset() ? a : b);
        }
        List<RawRecord> lasts = List.copyOf(last.values());
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            put.setArray(1, array(connection, "text", lasts, RawRecord::topic));
            put.setArray(2, array(connection, "int4", lasts, RawRecord::partition));
            put.setArray(3, array(connection, "int8", lasts, record -> record.offset() + 1));
            put.setArray(4, array(connection, "int4", lasts, record -> record.leaderEpoch()
                    .orElse(null)));
            put.executeUpdate();
        }
    }

    /** The places kept for these partitions; none for one that was never read. */
    static Map<TopicPartition, OffsetAndMetadata> of(Connection connection, Collection<TopicPartition> partitions)
            throws SQLException {
        Map<TopicPartition, OffsetAndMetadata> places = new HashMap<>();
        try (PreparedStatement find = connection.prepareStatement(FIND)) {
            for (TopicPartition partition : partitions) {
                find.setString(1, partition.topic());
                find.setInt(2, partition.partition());
                try (ResultSet row = find.executeQuery()) {
                    if (row.next()) {
                        Optional<Integer> epoch = Optional.ofNullable(row.getObject(2, Integer.class));
                        places.put(partition, new OffsetAndMetadata(row.getLong(1), epoch, ""));
                    }
                }
            }
        }
        return places;
    }

    /** Whether a record between those two places can't be read and was stepped over by a person. */
    static boolean isSteppedOver(Connection connection, TopicPartition partition, long from, long to)
            throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(STEPPED_OVER)) {
            ask.setString(1, partition.topic());
            ask.setInt(2, partition.partition());
            ask.setLong(3, from);
            ask.setLong(4, to);
            try (ResultSet row = ask.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Array array(
            Connection connection, String type, List<RawRecord> records, Function<RawRecord, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, records.stream().map(value).toArray());
    }
}
