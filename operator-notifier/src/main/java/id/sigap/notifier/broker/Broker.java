package id.sigap.notifier.broker;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * One idempotent producer with short patience: whoever sends learns within seconds how it went, and decides himself about another try.
 * A producer that broke is thrown away.
 */
@ApplicationScoped
public class Broker {

    private static final Logger LOG = Logger.getLogger(Broker.class);
    private static final int CLOSE_SECONDS = 2;

    private final Map<String, Object> kafka;
    private final String application;
    private final Duration patience;
    private KafkaProducer<String, byte[]> producer;

    Broker(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String application,
            BrokerConfig config) {
        this.kafka = kafka;
        this.application = application;
        this.patience = config.timeout();
    }

    void stop(@Observes ShutdownEvent event) {
        synchronized (this) {
            if (producer != null) {
                producer.close(Duration.ofSeconds(CLOSE_SECONDS));
            }
        }
    }

    /** Sends one record and waits for the broker's acknowledgement. May be called by many threads. */
    public void send(CloudEventRecord record) throws ExecutionException, TimeoutException, InterruptedException {
        sendAll(List.of(record));
    }

    /** Sends the records and waits until the broker has acknowledged all of them. */
    public void sendAll(List<CloudEventRecord> records)
            throws ExecutionException, TimeoutException, InterruptedException {
        KafkaProducer<String, byte[]> sender = current();
        try {
            List<Future<RecordMetadata>> sent =
                    records.stream().map(record -> sender.send(record.record())).toList();
            for (Future<RecordMetadata> acknowledgement : sent) {
                // the producer's own time-outs come first; this one is for what they forget
                acknowledgement.get(patience.multipliedBy(2).toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException e) {
            discardIfBroken(sender, e.getCause());
            throw e;
        } catch (RuntimeException e) {
            discardIfBroken(sender, e);
            throw new ExecutionException(e);
        }
    }

    /** How many partitions a topic has. */
    public List<Integer> partitionsOf(String topic) {
        return current().partitionsFor(topic).stream()
                .map(PartitionInfo::partition)
                .toList();
    }

    private synchronized KafkaProducer<String, byte[]> current() {
        if (producer == null) {
            producer = open();
        }
        return producer;
    }

    private void discardIfBroken(KafkaProducer<String, byte[]> used, Throwable failure) {
        boolean passes = failure instanceof RetriableException || !Fatal.is(failure);
        if (!passes) {
            LOG.warnf("producer is thrown away: %s", failure.getMessage());
            discard(used);
        }
    }

    private synchronized void discard(KafkaProducer<String, byte[]> used) {
        if (producer == used) {
            producer = null;
            used.close(Duration.ZERO);
        }
    }

    private KafkaProducer<String, byte[]> open() {
        Map<String, Object> settings = new HashMap<>(kafka);
        int millis = (int) patience.toMillis();
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-outbound");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 2);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }
}
