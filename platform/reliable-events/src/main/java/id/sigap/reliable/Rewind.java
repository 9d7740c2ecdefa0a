package id.sigap.reliable;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Begins to read where this database left off, not where Kafka believes it did. The two differ after the database was restored from a
 * backup: Kafka's offsets are then ahead of what the inbox knows, and what lies between would be missed for ever. The leader epoch lets
 * Kafka notice that its log lost its tail, and go back to where it parts; the bare offset would jump over what was written there since.
 */
@ApplicationScoped
@Identifier(Rewind.NAME)
class Rewind implements KafkaConsumerRebalanceListener {

    /** As the connector's settings call it. */
    static final String NAME = "rewind-to-the-inbox";

    private static final Logger LOG = Logger.getLogger(Rewind.class);
    private static final OffsetAndMetadata BEGINNING = new OffsetAndMetadata(0);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final DataSource database;
    private final StaticMembership membership;

    Rewind(DataSource database, StaticMembership membership) {
        this.database = database;
        this.membership = membership;
    }

    /** Called for partitions that were lost too. */
    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        membership.endIfTakenOver(consumer);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try (Connection connection = database.getConnection()) {
            Map<TopicPartition, OffsetAndMetadata> kept = Bookmarks.of(connection, partitions);
            Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions), PATIENCE);
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata here = kept.getOrDefault(partition, BEGINNING);
                OffsetAndMetadata there = committed.get(partition);
                long from = there == null ? 0 : there.offset();
                if (from < here.offset() && Bookmarks.isSteppedOver(connection, partition, from, here.offset())) {
                    LOG.warnf(
                            "a record is stepped over, as somebody wanted topic=%s partition=%d next=%d",
                            partition.topic(), partition.partition(), here.offset());
                    consumer.seek(partition, here);
                } else if (there != null) { // else it begins at the beginning anyway
                    goBack(consumer, partition, here, there);
                }
            }
        } catch (SQLException | KafkaException e) {
            // the consumer goes on from Kafka's offset, which is the same place unless the database was restored just
            // now
            LOG.errorf(
                    "could not compare Kafka's offsets with the inbox; if the database was restored, restart this service: %s",
                    e.getMessage());
        }
    }

    private static void goBack(
            Consumer<?, ?> consumer, TopicPartition partition, OffsetAndMetadata kept, OffsetAndMetadata committed) {
        if (kept.offset() < committed.offset()) {
            LOG.warnf(
                    "the inbox is behind Kafka's offset, as after a restored backup: reading again topic=%s partition=%d from=%d committed=%d",
                    partition.topic(), partition.partition(), kept.offset(), committed.offset());
        }
        long place = Math.min(kept.offset(), committed.offset());
        consumer.seek(partition, new OffsetAndMetadata(place, kept.leaderEpoch(), ""));
    }
}
