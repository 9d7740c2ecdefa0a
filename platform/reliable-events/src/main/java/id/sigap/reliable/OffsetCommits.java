package id.sigap.reliable;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the place behind the last record of each partition of a batch that was handled. SmallRye's own {@code latest} keeps in mind how far it
 * meant to commit and says nothing below that, even if that commit failed because the partition was another's by then: read anew after it came
 * back, such a partition looked unread until its next record (smallrye-reactive-messaging 4.33). Nothing is kept in mind here.
 */
@ApplicationScoped
@Identifier(OffsetCommits.NAME)
class OffsetCommits implements KafkaCommitHandler.Factory {

    /** As the connector's settings call it. */
    static final String NAME = "each-batch";

    private static final Logger LOG = Logger.getLogger(OffsetCommits.class);

    private final StaticMembership membership;

    OffsetCommits(StaticMembership membership) {
        this.membership = membership;
    }

    @Override
    public KafkaCommitHandler create(
            KafkaConnectorIncomingConfiguration config,
            Vertx vertx,
            KafkaConsumer<?, ?> consumer,
            BiConsumer<Throwable, Boolean> reportFailure) {
        return new EachBatch(consumer, membership);
    }

    private record EachBatch(KafkaConsumer<?, ?> consumer, StaticMembership membership) implements KafkaCommitHandler {

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> last) {
            var partition = new TopicPartition(last.getTopic(), last.getPartition());
            var next = new OffsetAndMetadata(last.getOffset() + 1);
            // not commitAsync: it tells nobody that it was fenced, and every poll fails from then on (kafka-clients
            // 4.1)
            consumer.commit(Map.of(partition, next))
                    .subscribe()
                    .with(_ -> {}, failure -> notCommitted(partition, next, failure));
            return Uni.createFrom().voidItem().runSubscriptionOn(last::runOnMessageContext);
        }

        /** Whoever reads it again knows it by its id. */
        private void notCommitted(TopicPartition partition, OffsetAndMetadata next, Throwable failure) {
            LOG.warnf(
                    "offset not committed topic=%s partition=%d offset=%d why=%s",
                    partition.topic(), partition.partition(), next.offset(), failure.getMessage());
            membership.endIfFenced(failure);
        }
    }
}
