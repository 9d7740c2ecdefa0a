package id.sigap.sla.ticket;

import id.sigap.sla.clock.Milestone.Party;

/** What a ticket waits for, and whose it is to bring. */
public enum Awaited {
    /** Officers are to verify what is complete. */
    VERIFICATION(Party.REGULATOR),
    /** An officer is to name the operator, for the directory doesn't know it. */
    OPERATOR_NAME(Party.REGULATOR),
    /** Sigap is to bring the request to the operator. */
    DELIVERY(Party.SYSTEM),
    /** The operator is to answer. */
    ANSWER(Party.OPERATOR),
    /** Sigap is to take up the answer. */
    UPTAKE(Party.SYSTEM),
    /** An officer is to ask another operator, or the same again, or to give up. */
    REROUTE(Party.REGULATOR),
    /** A second person is to decide whether a block is let go. */
    SECOND_APPROVAL(Party.REGULATOR),
    /** Nobody has anything to do: a block stands, or all is over. */
    NOTHING(null);

    private final Party party;

    Awaited(Party party) {
        this.party = party;
    }

    /** Whose time it is; null for nobody's. */
    Party party() {
        return party;
    }
}
