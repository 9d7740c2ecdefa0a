package id.sigap.sla.policy;

/** When the window begins. The procedure's text leaves it open (1×24 jam sejak …?), so it is policy. */
public enum ClockStart {
    /** When the request was made available to the operator: the first channel that took it, or the operator's own answer if that came first. */
    DELIVERED,
    /** When the ticket asked for it. */
    REQUESTED,
    /** When the evidence was complete; a request to unblock, which has none, starts when it was asked. */
    EVIDENCE_COMPLETE
}
