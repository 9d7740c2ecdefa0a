package id.sigap.local;

/** The stack, or a part of it, could not be built, started or asked; the message tells a person why and what to do. */
public class StackFailed extends RuntimeException {

    public StackFailed(String message) {
        super(message);
    }

    public StackFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
