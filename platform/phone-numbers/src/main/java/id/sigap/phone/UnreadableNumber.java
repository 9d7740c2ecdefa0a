package id.sigap.phone;

/** What was typed is no telephone number. The message never repeats what was typed. */
public final class UnreadableNumber extends RuntimeException {

    UnreadableNumber(String message) {
        super(message);
    }
}
