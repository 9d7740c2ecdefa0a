package id.sigap.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer as it is stored: sealed with a key made of the Idempotency-Key and the operation. One key for two operations would, with the same
 * nonce, give away where their answers differ, and one of them is known to who asked.
 *
 * @param sealing how it was sealed: {@link #NOW}, or {@link #BEFORE} by a build that had one key and one nonce for all operations
 */
record SealedAnswer(byte[] bytes, int sealing) {

    /** The column's default, for what an older replica writes. Such answers are gone two days after the last of them. */
    static final int BEFORE = 0;

    static final int NOW = 1;

    private static final int TAG_BITS = 128;

    static SealedAnswer of(String key, String operation, String answer) {
        return new SealedAnswer(SecretBox.seal(key, operation, answer.getBytes(StandardCharsets.UTF_8)), NOW);
    }

    String open(String key, String operation) {
        byte[] text = sealing == BEFORE
                ? openOld(key)
                : SecretBox.open(key, operation, bytes)
                        .orElseThrow(() -> new IllegalStateException("a stored answer can't be read"));
        return new String(text, StandardCharsets.UTF_8);
    }

    private byte[] openOld(String key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var made = new SecretKeySpec(Idempotency.sha256("seal", key), "AES");
            cipher.init(Cipher.DECRYPT_MODE, made, new GCMParameterSpec(TAG_BITS, new byte[12]));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer can't be read", e);
        }
    }
}
