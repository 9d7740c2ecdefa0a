package id.sigap.sla.sweep;

import id.sigap.events.Topic;
import id.sigap.reliable.Journal;
import id.sigap.sla.clock.Clocks;
import id.sigap.sla.policy.SlaConfig;
import id.sigap.sla.watermark.Partitions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import java.util.function.IntSupplier;
import org.jboss.logging.Logger;

/**
 * Flags what is at risk and what is missed: every clock passes through at-risk, even if both moments have gone by. Any number of replicas may
 * sweep at once; each clock is flagged by one of them.
 */
@ApplicationScoped
public class Sweep {

    private static final Logger LOG = Logger.getLogger(Sweep.class);

    @Inject
    DueClocks due;

    @Inject
    Clocks clocks;

    @Inject
    Journal journal;

    @Inject
    Partitions partitions;

    @Inject
    SlaConfig config;

    @Scheduled(every = "${sigap.sla.sweep.every:1s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        untilNoneIsLeft("settled", this::settle);
        OptionalInt count = partitions.count();
        if (count.isPresent()) {
            int all = count.getAsInt();
            untilNoneIsLeft("at-risk", () -> atRisk(all));
            untilNoneIsLeft("breached", () -> breached(all));
        }
    }

    private int settle() {
        var requests = due.answeredUndelivered(
                config.sweep().answerGrace(), config.sweep().limit());
        clocks.settle(requests);
        return requests.size();
    }

    private int atRisk(int partitions) {
        var flagged = due.atRisk(partitions, limit());
        flagged.forEach(clock -> journal.append(clock.terms().atRisk(clock.at())));
        return flagged.size();
    }

    private int breached(int partitions) {
        var flagged = due.breached(partitions, limit());
        flagged.forEach(clock -> {
            journal.append(clock.terms().breached(clock.at()));
            clock.confirmedAt().ifPresent(at -> journal.append(clock.terms().met(at)));
        });
        return flagged.size();
    }

    /** One transaction for each lot: the flags and what is said of them. */
    private void untilNoneIsLeft(String what, IntSupplier lot) {
        int flagged;
        do {
            flagged = QuarkusTransaction.requiringNew().call(lot::getAsInt);
            if (flagged > 0) {
                LOG.infof("swept %s=%d topic=%s", what, flagged, Topic.Name.SLA);
            }
        } while (flagged == limit());
    }

    private int limit() {
        return config.sweep().limit();
    }
}
