package id.sigap.infrastructure;

/** A part of the infrastructure didn't start or didn't answer; the message says which, and where its log is. */
public final class InfrastructureException extends RuntimeException {

    public InfrastructureException(String message) {
        super(message);
    }

    public InfrastructureException(String message, Throwable cause) {
        super(message, cause);
    }
}
