package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.ConfirmationEvent;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.notifier.request.Requests;
import id.sigap.reliable.Journal;
import id.sigap.reliable.Trace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** What came of deliveries, written down and journalled in one transaction. */
@ApplicationScoped
class Outcomes {

    private static final Logger LOG = Logger.getLogger(Outcomes.class);

    private final Requests requests;
    private final Deliveries deliveries;
    private final Journal journal;
    private final Trace trace;
    private final DeliveryConfig config;
    private final Backoff backoff;

    Outcomes(Requests requests, Deliveries deliveries, Journal journal, Trace trace, DeliveryConfig config) {
        this.requests = requests;
        this.deliveries = deliveries;
        this.journal = journal;
        this.trace = trace;
        this.config = config;
        this.backoff = new Backoff(config.firstPause(), config.longestPause(), () -> ThreadLocalRandom.current()
                .nextDouble());
    }

    /** All in one transaction; if that fails, each in its own: an answer that comes in at the same moment may stand in the way of one. */
    @ActivateRequestContext
    void record(DeliveryChannel channel, List<Attempt.Result> results) {
        List<Attempt.Result> inOrder = results.stream()
                .sorted(Comparator.comparing(result -> result.parcel().request().toString()))
                .toList();
        try {
            QuarkusTransaction.requiringNew().run(() -> inOrder.forEach(this::record));
        } catch (RuntimeException e) {
            LOG.infof("outcomes are written down one by one channel=%s: %s", channel, e.getMessage());
            inOrder.forEach(this::recordAlone);
        }
    }

    /** One that can't be written down is brought again after its lease; the others are not. */
    private void recordAlone(Attempt.Result result) {
        try {
            QuarkusTransaction.requiringNew().run(() -> record(result));
        } catch (RuntimeException e) {
            LOG.warnf(
                    "outcome not written down delivery=%s attempt=%d: %s",
                    result.parcel().delivery(), result.parcel().attempt(), e.getMessage());
        }
    }

    private void record(Attempt.Result result) {
        Parcel parcel = result.parcel();
        // locked for the journal, which counts its versions
        requests.toMove(parcel.request());
        deliveries
                .toMove(parcel.delivery())
                .flatMap(delivery -> move(delivery, result))
                .ifPresent(event -> {
                    trace.continueFrom(parcel.traceParent());
                    journal.append(event);
                });
    }

    private Optional<ConfirmationEvent> move(Delivery delivery, Attempt.Result result) {
        Parcel parcel = result.parcel();
        return switch (result.outcome()) {
            case Outcome.Taken _ -> delivery.succeed(result.at());
            case Outcome.NotNeeded _ -> Optional.empty(); // whoever ended the request has cancelled it
            case Outcome.Never(String error) -> failed(delivery, result, error);
            case Outcome.NotNow(String error) -> {
                if (isSpent(result)) {
                    yield failed(delivery, result, error);
                }
                Duration pause = backoff.after(parcel.attempt());
                LOG.infof(
                        "delivery will be tried again delivery=%s operator=%s channel=%s attempt=%d pause=%s error=%s",
                        parcel.delivery(), parcel.operator(), delivery.channel, parcel.attempt(), pause, error);
                delivery.postpone(parcel.attempt(), error, result.at(), pause);
                yield Optional.empty();
            }
        };
    }

    private static Optional<ConfirmationEvent> failed(Delivery delivery, Attempt.Result result, String error) {
        Parcel parcel = result.parcel();
        LOG.errorf(
                "delivery failed delivery=%s matter=%s request=%s operator=%s channel=%s attempts=%d error=%s",
                parcel.delivery(),
                parcel.matter(),
                parcel.request(),
                parcel.operator(),
                delivery.channel,
                parcel.attempt(),
                error);
        return delivery.fail(parcel.attempt(), error, result.at());
    }

    private boolean isSpent(Attempt.Result result) {
        Parcel parcel = result.parcel();
        return parcel.attempt() >= config.maxAttempts()
                || result.at().isAfter(parcel.queuedAt().plus(config.maxAge()));
    }
}
