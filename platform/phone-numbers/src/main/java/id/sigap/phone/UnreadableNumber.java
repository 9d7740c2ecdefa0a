package id.sigap.phone;

/** What was typed is not one telephone number, nor what else it may be. The message never repeats what was typed. */
public final class UnreadableNumber extends RuntimeException {

    /** What is in the way; each is explained to people under its code. */
    public enum Fault {
        /** No country's numbering plan has such a number. */
        NO_NUMBER("number-not-readable"),
        /** Neither is it the name of a text message's sender. */
        NO_SUSPECT("suspect-not-readable"),
        /** Beside a number there is another, an extension, a note or a mark that means something: what was meant is theirs to say. */
        MORE_THAN_ONE_NUMBER("number-and-more"),
        /** Two countries could have it. */
        AMBIGUOUS("number-ambiguous");

        private final String code;

        Fault(String code) {
            this.code = code;
        }
    }

    private final Fault fault;

    UnreadableNumber(Fault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /** Under which the problem texts explain it. */
    public String code() {
        return fault.code;
    }
}
