package id.sigap.intake.vault;

/** Something sealed can't be sealed or opened: wrong key, or tampered with. The message names no content. */
public final class VaultFailure extends RuntimeException {

    VaultFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
