package id.sigap.reliable;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Publishes the journal: reads pointers in order, sends through one pipelined idempotent producer, deletes the pointers after the
 * acknowledgements while the next are on their way. A later version never overtakes an earlier one: after any failed send the producer is thrown away and the relay
 * starts again from its oldest pointer, so an event may be published twice but never out of order.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** As many are under way at once: the database reads and crosses off while Kafka writes. */
    private static final int PAGES = 4;

    private final DataSource database;
    private final Map<String, Object> kafka;
    private final RelayConfig config;
    private final String application;
    private final Counter published;
    private final Semaphore wakeUp = new Semaphore(0);
    private volatile boolean stopped;
    private Thread thread;

    Relay(
            DataSource database,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            RelayConfig config,
            @ConfigProperty(name = "quarkus.application.name") String application,
            MeterRegistry metrics) {
        this.database = database;
        this.kafka = kafka;
        this.config = config;
        this.application = application;
        this.published = Counter.builder("sigap.relay.published")
                .description("events acknowledged by Kafka")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            thread = Thread.ofPlatform().name("relay").start(this::run);
        }
    }

    /** Stops before the connection pool does. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            thread.join(Duration.ofSeconds(5));
        }
    }

    /** Something was committed. */
    void wake() {
        if (wakeUp.availablePermits() == 0) {
            wakeUp.release();
        }
    }

    private void run() {
        while (!stopped) {
            try {
                publishUntilItBreaks();
            } catch (InterruptedException _) {
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                if (!stopped) {
                    LOG.warnf("relay starts again from its oldest pointer: %s", rootMessage(e));
                    pause(config.backoff());
                }
            }
        }
    }

    private void publishUntilItBreaks() throws SQLException, ExecutionException, InterruptedException {
        KafkaProducer<String, byte[]> producer = producer();
        boolean whole = false;
        try (var outbox = new Outbox(database.getConnection(), "/sigap/" + application)) {
            long lastAsked = 0;
            while (!stopped) {
                if (lastAsked == 0
                        || System.nanoTime() - lastAsked
                                > config.ownershipInterval().toNanos()) {
                    outbox.ownFreeLanes();
                    lastAsked = System.nanoTime();
                }
                if (publish(producer, outbox) == 0) {
                    pause(config.pollInterval());
                }
            }
            whole = true;
        } finally {
            // what a broken producer still holds must not be sent behind the back of its successor
            producer.close(whole ? Duration.ofSeconds(2) : Duration.ZERO);
        }
    }

    /**
     * One round, from the oldest pointer to the newest. Further pages are read and sent while the first is on its way, but pages are
     * crossed off in the order in which they were sent: after a failure the oldest pointer still stands before the first gap. What the producer
     * refuses (too large, no broker known, no memory left) ends the round: whatever went behind it would overtake it.
     *
     * @return how many events
     */
    private int publish(KafkaProducer<String, byte[]> producer, Outbox outbox)
            throws SQLException, ExecutionException, InterruptedException {
        int pageSize = Math.max(1, config.batchSize() / PAGES);
        Deque<Page> underWay = new ArrayDeque<>();
        int count = 0;
        boolean more = true;
        Optional<Future<RecordMetadata>> refused = Optional.empty();
        while (more || !underWay.isEmpty()) {
            if (more) {
                List<Outbox.Entry> entries = outbox.next(pageSize);
                more = entries.size() == pageSize && !stopped;
                Page page = new Page();
                refused = send(entries, producer, page);
                more &= refused.isEmpty();
                underWay.add(page);
                if (!more) {
                    // there is nothing to fill the batches with
                    producer.flush();
                }
            }
            if (!more || underWay.size() == PAGES) {
                Page oldest = underWay.removeFirst();
                if (!oldest.entries().isEmpty()) {
                    oldest.awaitArrival();
                    outbox.published(oldest.entries());
                    published.increment(oldest.entries().size());
                    count += oldest.entries().size();
                }
            }
        }
        if (refused.isPresent()) {
            refused.get().get();
        }
        return count;
    }

    /** @return what the producer refused at once, with nothing sent behind it */
    private static Optional<Future<RecordMetadata>> send(
            List<Outbox.Entry> entries, KafkaProducer<String, byte[]> producer, Page page) {
        for (Outbox.Entry entry : entries) {
            Future<RecordMetadata> answer = producer.send(entry.record());
            if (answer.state() == Future.State.FAILED) {
                return Optional.of(answer);
            }
            page.sent(entry, answer);
        }
        return Optional.empty();
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, application + "-relay");
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        // long, so that no batch expires in the middle of the pipeline while the broker restarts
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 300_000);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private void pause(Duration atMost) {
        try {
            if (wakeUp.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                wakeUp.drainPermits();
            }
        } catch (InterruptedException _) {
            stopped = true;
        }
    }

    private static String rootMessage(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
