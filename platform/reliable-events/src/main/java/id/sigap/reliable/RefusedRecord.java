package id.sigap.reliable;

/** A record that is not accepted; it goes to its topic's dead letters with this reason and changes nothing. */
public final class RefusedRecord extends RuntimeException {

    public RefusedRecord(String reason) {
        super(reason);
    }
}
