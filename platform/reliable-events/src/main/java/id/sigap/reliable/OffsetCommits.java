package id.sigap.reliable;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.commit.KafkaCommitHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/**
 * Commits the place behind the last record of each partition of a batch that was handled. SmallRye's own {@code latest} keeps in mind how far it
 * meant to commit and says nothing below that, even if that commit failed because the partition was another's by then: read anew after it came
 * back, such a partition looked unread until its next record (smallrye-reactive-messaging 4.33). Here nothing is kept in mind but what is owed.
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

    private static final class EachBatch implements KafkaCommitHandler {

        private final OwedOffsets owed;
        private final StaticMembership membership;

        EachBatch(KafkaConsumer<?, ?> consumer, StaticMembership membership) {
            this.owed = new OwedOffsets(pollingThreadOf(consumer));
            this.membership = membership;
        }

        private static <K, V> OwedOffsets.PollingThread pollingThreadOf(KafkaConsumer<K, V> consumer) {
            return work -> consumer.runOnPollingThread((Consumer<K, V> kafka) -> {
                work.accept(kafka);
            });
        }

        @Override
        public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> last) {
            owed.handled(
                    new TopicPartition(last.getTopic(), last.getPartition()),
                    new OffsetAndMetadata(last.getOffset() + 1));
            owed.commit(this::refused).subscribe().with(_ -> {});
            return Uni.createFrom().voidItem().runSubscriptionOn(last::runOnMessageContext);
        }

        /** Whoever reads them again meanwhile knows them by their ids. */
        private void refused(Throwable failure) {
            LOG.warnf("offsets not committed, trying again: %s why=%s", owed, failure.getMessage());
            membership.endIfFenced(failure);
        }

        @Override
        public void partitionsRevoked(Collection<TopicPartition> partitions) {
            owed.forget(partitions);
        }

        @Override
        public void terminate(boolean graceful) {
            owed.forgetAll();
        }
    }
}
