package id.sigap.faults.load;

import id.sigap.events.confirmation.DeclineReason;
import java.util.random.RandomGenerator;

/** What becomes of a report. */
enum Story {
    /** Verified, asked, confirmed. */
    BLOCKED("TELKOMSEL", 20),
    /** As above, by an operator with a short window. */
    BLOCKED_IN_A_HURRY("XLSMART", 10),
    /** Two people report the same number at the same time. */
    REPORTED_TWICE("TELKOMSEL", 6),
    /** Two officers decide at the same instant. */
    DECIDED_TWICE("TELKOMSEL", 6),
    /** The operator misses its window and confirms late. */
    ANSWERED_LATE("INDOSAT", 8),
    REJECTED("TELKOMSEL", 4),
    /** Blocked, appealed against, unblocked. */
    APPEALED("TELKOMSEL", 6),
    /** Appealed against before the operator has confirmed: what it was asked is withdrawn. */
    APPEALED_EARLY("TELKOMSEL", 12),
    /** Blocked, and let go by two. */
    RELEASED("TELKOMSEL", 6),
    /** The operator says that it is none of its numbers; an officer asks another one. */
    REROUTED("TELKOMSEL", 6),
    /** The operator can't, and an officer gives it up. */
    DECLINED("TELKOMSEL", 4),
    /** The reporter takes the report back at some moment, perhaps too late. */
    WITHDRAWN("TELKOMSEL", 6),
    /** Evidence is asked for, the officer claims the case anew, and verifies. */
    ASKED_AGAIN("TELKOMSEL", 6);

    private static final int WEIGHTS = 100;

    private final String operator;
    private final int weight;

    Story(String operator, int weight) {
        this.operator = operator;
        this.weight = weight;
    }

    /** Whose number it is about. */
    String operator() {
        return operator;
    }

    /** Whether that operator declines what it is asked. */
    boolean isDeclinedBy(String asked) {
        return (this == REROUTED || this == DECLINED) && operator.equals(asked);
    }

    DeclineReason reason() {
        return this == REROUTED ? DeclineReason.NOT_OURS : DeclineReason.NOT_ACTIVE;
    }

    static Story next(RandomGenerator random) {
        int drawn = random.nextInt(WEIGHTS);
        for (Story story : values()) {
            drawn -= story.weight;
            if (drawn < 0) {
                return story;
            }
        }
        throw new IllegalStateException("the weights don't add up to " + WEIGHTS);
    }
}
