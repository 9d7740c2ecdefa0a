package id.sigap.faults.history;

/**
 * What clients do, with the facts that stand in the lines. Facts of an {@link Phase#INVOKE} line say what is asked; those of an {@link Phase#OK}
 * line what was answered. An operation that is tried again with the same {@link Fact#KEY} is the same operation to the system, and a new
 * step in the log.
 */
public enum Operation {
    /** Asks: key, name, email, mobile, number, narrative. Answered: report, case-number. */
    SUBMIT_REPORT,
    /** Asks: report, sha256, file (a number that tells this piece from others). Answered: evidence. */
    UPLOAD_EVIDENCE,
    /** Asks: report, key (the message's client id), author (REPORTER or OFFICER), text. Answered: message. */
    POST_MESSAGE,
    /** Asks: report, officer. */
    CLAIM,
    /** Asks: report, officer, sha256 (of the evidence on the case, comma separated). */
    VERIFY,
    /** Asks: report, officer. */
    REJECT,
    /** An answer to a block or unblock request. Asks: operator, request, outcome, channel (KAFKA or REST). Answered: at (the broker's time stamp, ISO). */
    REPLY,
    /** As {@link #REPLY}, but by an operator whom the request is none of: must change nothing. */
    INTRUDE,
    /** Asks: key, name, email, mobile, number, statement. Answered: appeal, case-number. */
    SUBMIT_APPEAL,
    /** The regulator upholds an appeal. Asks: appeal, officer. */
    UPHOLD_APPEAL,
    /** The reporter takes the report back. Asks: report. */
    WITHDRAW_REPORT,
    /** Asks: report, officer. */
    ASK_EVIDENCE,
    /** Somebody wants a block to be lifted without an appeal. Asks: number, officer. */
    PROPOSE_RELEASE,
    /** Another person agrees. Asks: number, officer. */
    APPROVE_RELEASE,
    /** Another operator is asked. Asks: number, officer, operator. */
    REROUTE,
    /** A ticket is given up before any block. Asks: number, officer. */
    GIVE_UP,
    /** An operator's network blocks a number, or lifts the block. Asks: operator, number, action (BLOCK or UNBLOCK), request (that it follows from), at (ISO). */
    OBEY,
    /** The injector. Asks: fault, and what it hit: service, topic, partition, offset. */
    INJECT
}
