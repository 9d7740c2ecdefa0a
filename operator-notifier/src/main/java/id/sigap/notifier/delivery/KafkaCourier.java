package id.sigap.notifier.delivery;

import id.sigap.events.Topic;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.events.operator.ActionRequested;
import id.sigap.events.operator.ActionWithdrawn;
import id.sigap.events.operator.OperatorNotice;
import id.sigap.notifier.broker.Broker;
import id.sigap.notifier.broker.CloudEventRecord;
import id.sigap.notifier.operators.AuthorityConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** By the operator's own topic, in the order of each number. Sent again after a crash with the same {@code ce_id}: the request's, or the withdrawal's. */
@ApplicationScoped
class KafkaCourier implements Courier {

    private final Broker broker;
    private final AuthorityConfig authority;
    private final DeliveryConfig config;

    KafkaCourier(Broker broker, AuthorityConfig authority, DeliveryConfig config) {
        this.broker = broker;
        this.authority = authority;
        this.config = config;
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.KAFKA;
    }

    @Override
    public int atOnce() {
        return config.kafka().atOnce();
    }

    @Override
    public Outcome bring(Parcel parcel) throws InterruptedException {
        try {
            broker.send(record(parcel));
            return new Outcome.Taken();
        } catch (TimeoutException _) {
            return new Outcome.NotNow("the broker did not answer in time");
        } catch (ExecutionException e) {
            String error = e.getCause().getClass().getSimpleName() + ": "
                    + e.getCause().getMessage();
            return switch (e.getCause()) {
                case RecordTooLargeException _ -> new Outcome.Never(error);
                case InvalidTopicException _ -> new Outcome.Never(error);
                default -> new Outcome.NotNow(error);
            };
        }
    }

    private CloudEventRecord record(Parcel parcel) {
        return switch (parcel.matter()) {
            case REQUEST -> record(parcel, asked(parcel), parcel.request().toString(), parcel.requestedAt());
            // the request's own id would look like the request come twice
            case WITHDRAWAL -> {
                ActionWithdrawn withdrawn = withdrawn(parcel);
                yield record(parcel, withdrawn, parcel.delivery().toString(), withdrawn.withdrawnAt());
            }
        };
    }

    private ActionRequested asked(Parcel parcel) {
        return new ActionRequested(
                parcel.request(),
                parcel.ticketNumber(),
                parcel.action(),
                parcel.number(),
                parcel.category(),
                parcel.requestedAt(),
                parcel.dueAt(),
                authority.name());
    }

    private ActionWithdrawn withdrawn(Parcel parcel) {
        return new ActionWithdrawn(
                parcel.request(),
                parcel.ticketNumber(),
                parcel.action(),
                parcel.number(),
                parcel.withdrawnAt().orElseThrow(),
                authority.name());
    }

    private static CloudEventRecord record(Parcel parcel, OperatorNotice notice, String id, Instant time) {
        return CloudEventRecord.of(
                        Topic.requestsTo(parcel.operator()).name(),
                        null,
                        notice.number().value(),
                        notice,
                        id,
                        time)
                .in(parcel.traceParent());
    }
}
