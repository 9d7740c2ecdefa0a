package id.sigap.intake.vault;

import id.sigap.service.GivenSecret;
import java.io.IOException;
import java.util.Base64;

/** Thirty-two secret bytes, given as Base64 or as a file that holds the Base64. */
final class VaultSecret {

    private static final int BYTES = 32;

    private VaultSecret() {}

    /** @throws IllegalStateException if there are no such bytes; the message never shows what was given */
    static byte[] read(String property, String given) {
        try {
            byte[] bytes = Base64.getDecoder().decode(GivenSecret.read(given));
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IOException | IllegalArgumentException _) {
            // told below, without the value
        }
        throw new IllegalStateException(property + ": expected 32 bytes in Base64, or file:<path> of a readable file"
                + " with them; make one with: openssl rand -base64 32");
    }
}
