package id.sigap.faults.load;

import java.util.random.RandomGenerator;

/** What becomes of a report. */
enum Story {
    /** Verified, asked, confirmed. */
    BLOCKED("TELKOMSEL", 45),
    /** As above, by an operator with a short window. */
    BLOCKED_IN_A_HURRY("XLSMART", 15),
    /** Two people report the same number at the same time. */
    REPORTED_TWICE("TELKOMSEL", 10),
    /** Two officers decide at the same instant. */
    DECIDED_TWICE("TELKOMSEL", 10),
    /** The operator misses its window and confirms late. */
    ANSWERED_LATE("INDOSAT", 8),
    REJECTED("TELKOMSEL", 6),
    /** Blocked, appealed against, unblocked. */
    APPEALED("TELKOMSEL", 6);

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
