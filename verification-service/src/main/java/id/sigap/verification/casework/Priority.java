package id.sigap.verification.casework;

/** Which case goes first. The order of the constants is the order of the queue; the database holds their place in it, from 0. */
public enum Priority {
    /** Money is already gone: fast freezing matters within hours. */
    MONEY_LOST,
    /** Several people reported the number. It moves the case up; it never decides it. */
    SEVERAL_REPORTS,
    NORMAL;

    static Priority of(boolean moneyLost, int reportsOnNumber) {
        if (moneyLost) {
            return MONEY_LOST;
        }
        return reportsOnNumber > 1 ? SEVERAL_REPORTS : NORMAL;
    }
}
