package id.sigap.events.sla;

/** Why a declared breach does not stand. */
public enum Retraction {
    /** A confirmation from within the window became known afterwards. */
    CONFIRMED_IN_TIME,
    /** The operator declined within the window: the number was not its own. */
    DECLINED_IN_TIME
}
