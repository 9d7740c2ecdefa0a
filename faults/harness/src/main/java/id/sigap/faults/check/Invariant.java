package id.sigap.faults.check;

/** What must hold, whatever dies. */
public enum Invariant {
    A("every accepted report is exactly once in every projection, with the same hashes"),
    B("a request whose answer was lost happened once or not at all, never twice"),
    C("no block request without a verified decision by an authorised officer over evidence with those hashes"),
    D("one effective block per ticket and operator; the same request id on all channels"),
    E("a miss is flagged once, if and only if there was no confirmation by the due time"),
    F("no operator sees another's data; no personal data outside the vault"),
    G("the audit chain verifies: one entry per transition, none missing"),
    H("an evidence row if and only if its blob, hash equal"),
    I("after healing: lag 0, pending 0, sent = handled + dead letters"),
    J("only legal transitions"),
    K("a network blocks exactly what the record says is blocked"),
    L("each sentence told to a reporter or an owner has its event, and whom an end concerns is told of it"),
    M("each projection is what follows from the facts that it hears"),
    N("no clock runs and no breach stands for what was withdrawn or answered in time, or never came");

    private final String sentence;

    Invariant(String sentence) {
        this.sentence = sentence;
    }

    /** All of them, for people: from the first to the last. */
    public static String range() {
        Invariant[] all = values();
        return all[0] + " to " + all[all.length - 1];
    }

    /** The promise in one sentence. */
    public String sentence() {
        return sentence;
    }
}
