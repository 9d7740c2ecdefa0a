package id.sigap.sla.clock;

import java.util.Set;

/** Where a clock stands. */
public enum State {
    /** The window has not begun: the request is not known yet, or has reached nobody. */
    AWAITING_START,
    /** The window runs. */
    RUNNING,
    /** A share of the window has passed without an answer. */
    AT_RISK,
    /** The window passed without an answer, declared. */
    BREACHED,
    /** Confirmed within the window. */
    MET,
    /** Confirmed after the window. */
    MET_LATE,
    /** Declined within the window: the clock stopped, nobody is late. */
    DECLINED,
    /** Withdrawn within the window and not answered in it: nobody is late, whatever comes later. */
    WITHDRAWN,
    /** A declared breach turned out wrong: in time the answer had been given, or the request withdrawn. */
    RETRACTED;

    /** The states in which the operator's answer is still awaited and nothing is missed. */
    public static final Set<State> OPEN = Set.of(AWAITING_START, RUNNING, AT_RISK);

    /** The states in which no breach is declared and what is told may still change where the clock stands. */
    static final Set<State> UNDECIDED = Set.of(AWAITING_START, RUNNING, AT_RISK, WITHDRAWN);

    /** The states in which a declared breach stands. */
    public static final Set<State> MISSED = Set.of(BREACHED, MET_LATE);
}
