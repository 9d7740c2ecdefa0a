package id.sigap.notifier.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One attempt at each of some parcels: all under way together, and what came back together is written down in one transaction. Whoever dies
 * between the other side's word and the writing down has sent it once too often, never too seldom: after the lease it is brought again,
 * with the same id.
 */
@ApplicationScoped
class Attempt {

    private final ClaimedParcels parcels;
    private final Outcomes outcomes;
    private final DeliveryConfig config;
    private final Clock clock;

    Attempt(ClaimedParcels parcels, Outcomes outcomes, DeliveryConfig config, Clock clock) {
        this.parcels = parcels;
        this.outcomes = outcomes;
        this.config = config;
        this.clock = clock;
    }

    /** What came of a parcel. */
    record Result(Parcel parcel, Outcome outcome, Instant at) {}

    void bringAll(Courier courier, List<Parcel> parcels, Executor workers) throws InterruptedException {
        BlockingQueue<Result> back = new LinkedBlockingQueue<>();
        parcels.forEach(parcel -> workers.execute(() -> back.add(bring(courier, parcel))));
        int awaited = parcels.size();
        while (awaited > 0) {
            List<Result> together = new ArrayList<>();
            together.add(back.take());
            back.drainTo(together);
            outcomes.record(courier.channel(), together);
            awaited -= together.size();
        }
    }

    /** Always answered, or the lane would wait for ever. */
    Result bring(Courier courier, Parcel parcel) {
        return new Result(parcel, outcome(courier, parcel), clock.instant());
    }

    private Outcome outcome(Courier courier, Parcel parcel) {
        if (parcel.attempt() > config.maxAttempts()) { // whoever made the last one didn't live to say so
            return new Outcome.Never("no attempt came to an end");
        }
        try {
            return parcels.isStillWanted(parcel) ? courier.bring(parcel) : new Outcome.NotNeeded();
        } catch (InterruptedException _) {
            return new Outcome.NotNow("the service was stopped");
        } catch (RuntimeException | Error e) {
            return new Outcome.NotNow(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
