package id.sigap.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An answer as it is stored: AES-256-GCM, with a key made of the Idempotency-Key and the operation, and a nonce of its own before the text. One
 * key for two operations would, with the same nonce, give away where their answers differ, and one of them is known to who asked.
 *
 * @param sealing how it was sealed: {@link #NOW}, or {@link #BEFORE} by a build that had one key and one nonce for all operations
 */
record SealedAnswer(byte[] bytes, int sealing) {

    /** The column's default, for what an older replica writes. Such answers are gone two days after the last of them. */
    static final int BEFORE = 0;

    static final int NOW = 1;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    static SealedAnswer of(String key, String operation, String answer) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] text = crypt(Cipher.ENCRYPT_MODE, operation + ":" + key, nonce, answer.getBytes(StandardCharsets.UTF_8));
        return new SealedAnswer(
                ByteBuffer.allocate(NONCE + text.length).put(nonce).put(text).array(), NOW);
    }

    String open(String key, String operation) {
        return new String(sealing == BEFORE ? openOld(key) : openNew(operation + ":" + key), StandardCharsets.UTF_8);
    }

    private byte[] openNew(String secret) {
        var sealed = ByteBuffer.wrap(bytes);
        var nonce = new byte[NONCE];
        var text = new byte[bytes.length - NONCE];
        sealed.get(nonce).get(text);
        return crypt(Cipher.DECRYPT_MODE, secret, nonce, text);
    }

    private byte[] openOld(String key) {
        return crypt(Cipher.DECRYPT_MODE, key, new byte[NONCE], bytes);
    }

    private static byte[] crypt(int mode, String secret, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var key = new SecretKeySpec(Idempotency.sha256("seal", secret), "AES");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer can't be read", e);
        }
    }
}
