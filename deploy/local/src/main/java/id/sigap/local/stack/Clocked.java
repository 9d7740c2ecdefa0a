package id.sigap.local.stack;

/** Whose wall clock can be set wrong. The rest of the machine keeps the right time. */
public enum Clocked {
    /** The database server: the only clock that deadlines go by. */
    POSTGRES,
    /** Every replica of every service. */
    SERVICES
}
