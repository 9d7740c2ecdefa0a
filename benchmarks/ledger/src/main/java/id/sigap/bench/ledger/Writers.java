package id.sigap.bench.ledger;

import id.sigap.events.TicketId;
import id.sigap.reliable.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Many who write at once, each about subjects of its own, as locks would have it in a service. */
@ApplicationScoped
class Writers {

    private static final int SUBJECTS_OF_EACH = 64;

    private final Entries entries;

    Writers(Entries entries) {
        this.entries = entries;
    }

    /** @param seconds from the first transaction to the end of the last */
    record Written(long transactions, double seconds) {}

    /** @param perSecond all writers together; 0 for as fast as they can */
    Written write(int writers, Duration time, double perSecond) {
        var transactions = new LongAdder();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            for (int i = 0; i < writers; i++) {
                double rate = perSecond / writers;
                threads.submit(() -> one(began, time, rate, transactions));
            }
        }
        return new Written(transactions.sum(), (System.nanoTime() - began) / 1e9);
    }

    private void one(long began, Duration time, double perSecond, LongAdder transactions) {
        List<TicketId> subjects = Stream.generate(() -> new TicketId(Ids.next()))
                .limit(SUBJECTS_OF_EACH)
                .toList();
        long interval = perSecond == 0 ? 0 : (long) (1e9 / perSecond);
        long next = began;
        for (int i = 0; System.nanoTime() - began < time.toNanos(); i++) {
            TicketId subject = subjects.get(i % SUBJECTS_OF_EACH);
            QuarkusTransaction.requiringNew().run(() -> entries.change(subject));
            transactions.increment();
            next += interval;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
