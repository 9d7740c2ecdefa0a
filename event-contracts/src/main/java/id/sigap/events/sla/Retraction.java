package id.sigap.events.sla;

/** Why a declared breach does not stand. */
public enum Retraction {
    /** A confirmation from within the window became known afterwards. */
    CONFIRMED_IN_TIME,
    /** The operator declined within the window: the number was not its own. */
    DECLINED_IN_TIME,
    /** The request was withdrawn within the window, which became known afterwards. One withdrawn later leaves the breach as it is: by then the operator was late. */
    WITHDRAWN
}
