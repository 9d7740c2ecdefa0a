package id.sigap.notifier.watermark;

import id.sigap.events.Topic;
import id.sigap.events.confirmation.ConfirmationsPublished;
import id.sigap.notifier.broker.Broker;
import id.sigap.notifier.broker.CloudEventRecord;
import id.sigap.reliable.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells every partition of the confirmations up to when they are complete. One replica does; when it dies PostgreSQL gives its seat to
 * another. Sent directly, not journalled: a watermark that is lost is followed by a later one.
 */
@ApplicationScoped
class Watermarks {

    private static final Logger LOG = Logger.getLogger(Watermarks.class);

    private final DataSource database;
    private final OperatorOffsets operators;
    private final Broker broker;
    private final WatermarkConfig config;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private Thread thread;

    Watermarks(DataSource database, OperatorOffsets operators, Broker broker, WatermarkConfig config) {
        this.database = database;
        this.operators = operators;
        this.broker = broker;
        this.config = config;
    }

    void start(@Observes StartupEvent event) {
        thread = Thread.ofPlatform().name("watermarks").start(this::run);
    }

    /** Stops before the connection pool does. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping.countDown();
        if (thread != null) {
            thread.join(config.patience());
        }
    }

    private void run() {
        try {
            do {
                try {
                    publishWhileSeated();
                } catch (SQLException | ExecutionException | TimeoutException | RuntimeException e) {
                    LOG.warnf("no watermark, breaches wait: %s", e.getMessage());
                }
            } while (!stopsWithin(config.every()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void publishWhileSeated() throws SQLException, ExecutionException, TimeoutException, InterruptedException {
        try (var seat = new Seat(database.getConnection())) {
            var horizon = new Horizon(operators, seat.journal(), config.allowance());
            while (seat.isOurs()) {
                Optional<Instant> through = horizon.advance();
                if (through.isPresent() && seat.moveTo(through.get())) {
                    publish(through.get());
                }
                if (stopsWithin(through.isPresent() ? config.every() : config.recheck())) {
                    return;
                }
            }
        }
    }

    private void publish(Instant through) throws ExecutionException, TimeoutException, InterruptedException {
        List<CloudEventRecord> everywhere = broker.partitionsOf(Topic.Name.CONFIRMATIONS).stream()
                .map(partition -> watermark(partition, through))
                .toList();
        broker.sendAll(everywhere);
    }

    private static CloudEventRecord watermark(int partition, Instant through) {
        var published = new ConfirmationsPublished(partition, through);
        return CloudEventRecord.of(
                Topic.Name.CONFIRMATIONS,
                partition,
                published.subject(),
                published,
                Ids.next().toString(),
                through);
    }

    private boolean stopsWithin(Duration pause) throws InterruptedException {
        return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }
}
