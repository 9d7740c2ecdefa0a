package id.sigap.sla.watermark;

import id.sigap.events.Topic;
import id.sigap.sla.policy.SlaConfig;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.jboss.logging.Logger;

/** How many partitions the confirmations have, as the broker says. Without that number nobody knows whether all of them have been seen. */
@ApplicationScoped
public class Partitions {

    private static final Logger LOG = Logger.getLogger(Partitions.class);
    private static final String CHANNEL = "confirmations";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Function<Consumer<String, byte[]>, Integer> HOW_MANY =
            client -> client.partitionsFor(Topic.Name.CONFIRMATIONS, PATIENCE).size();

    @Inject
    KafkaClientService kafka;

    @Inject
    SlaConfig config;

    private OptionalInt count = OptionalInt.empty();
    private long askedAt;

    /** Empty until the broker has said it once; later the last word, if the broker is silent. */
    public synchronized OptionalInt count() {
        boolean stale = System.nanoTime() - askedAt
                > config.watermark().partitionsEvery().toNanos();
        if (count.isEmpty() || stale) {
            askedAt = System.nanoTime();
            ask();
        }
        return count;
    }

    private void ask() {
        try {
            KafkaConsumer<String, byte[]> consumer = kafka.getConsumer(CHANNEL);
            if (consumer == null) {
                return; // the service is starting and doesn't listen yet
            }
            int partitions = consumer.runOnPollingThread(HOW_MANY).await().atMost(PATIENCE.multipliedBy(2));
            if (partitions > 0) {
                count = OptionalInt.of(partitions);
            }
        } catch (RuntimeException e) {
            LOG.warnf("broker does not say how many partitions %s has: %s", Topic.Name.CONFIRMATIONS, e.getMessage());
        }
    }
}
