package id.sigap.faults.load;

/** A client that was told to stop waiting; the message says what it waited for. */
final class GaveUp extends RuntimeException {

    GaveUp(String what) {
        super(what);
    }
}
