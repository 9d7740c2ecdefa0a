package id.sigap.verification.queue;

import id.sigap.verification.casework.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/** The help desk's aim: how soon after its report a case is decided for the first time. */
@ApplicationScoped
public class FirstDecision {

    /** From this part of the time on, it is soon. */
    private static final double SOON = 0.75;

    private final FirstDecisionConfig policy;

    FirstDecision(FirstDecisionConfig policy) {
        this.policy = policy;
    }

    public Timeliness of(Priority priority, Instant submittedAt, Instant now) {
        Duration aim = aim(priority);
        Duration age = Duration.between(submittedAt, now);
        if (age.compareTo(aim) > 0) {
            return Timeliness.LATE;
        }
        return age.toMillis() >= aim.toMillis() * SOON ? Timeliness.SOON : Timeliness.ON_TIME;
    }

    private Duration aim(Priority priority) {
        return switch (priority) {
            case MONEY_LOST -> policy.moneyLost();
            case SEVERAL_REPORTS -> policy.severalReports();
            case NORMAL -> policy.normal();
        };
    }
}
