package id.sigap.faults.fault;

/** What a fault lays hands on; two faults of one round never lay hands on the same. */
public enum Target {
    INTAKE,
    VERIFICATION,
    TICKET,
    NOTIFIER,
    SLA,
    BROKER,
    DATABASE,
    CLOCK,
    MAIL,
    EVIDENCE,
    RECORDS
}
