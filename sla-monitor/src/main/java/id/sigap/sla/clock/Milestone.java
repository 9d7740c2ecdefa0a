package id.sigap.sla.clock;

/** What a request passes on its way, and who is to bring it there. */
public enum Milestone {
    /** Where it begins: what came before is the ticket's. */
    REQUESTED(Party.REGULATOR),
    DELIVERED(Party.SYSTEM),
    ACKNOWLEDGED(Party.OPERATOR),
    CONFIRMED(Party.OPERATOR),
    DECLINED(Party.OPERATOR);

    private final Party broughtBy;

    Milestone(Party broughtBy) {
        this.broughtBy = broughtBy;
    }

    Party broughtBy() {
        return broughtBy;
    }

    /** Whom time is charged to. */
    public enum Party {
        /** Officers: from complete evidence to the request. */
        REGULATOR,
        /** Sigap itself: from the request until it was available to the operator. */
        SYSTEM,
        /** From there on, until the answer. */
        OPERATOR
    }
}
