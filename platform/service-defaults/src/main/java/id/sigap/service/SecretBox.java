package id.sigap.service;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals what only the holder of a secret may read: the key is made of the secret and of what it is for, and stored nowhere. AES-256-GCM with a
 * random nonce in front.
 */
public final class SecretBox {

    private static final int SECRET_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretBox() {}

    /** A secret of 256 random bits, fit for a cookie and an address. */
    public static String newSecret() {
        var random = new byte[SECRET_BYTES];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /**
     * @param secret of at least 128 bits nobody can guess
     * @param purpose what is sealed; the same secret seals something else with another key
     */
    public static byte[] seal(String secret, String purpose, byte[] plain) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, secret, purpose, nonce).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    /** Empty if it was not sealed with this secret for this purpose, or was changed since. */
    public static Optional<byte[]> open(String secret, String purpose, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, secret, purpose, Arrays.copyOf(sealed, NONCE_BYTES))
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    /**
     * Under which what belongs to a secret is found, by who has the secret and by nobody else.
     *
     * @param purpose as what it is looked for; the same secret has another name elsewhere
     */
    public static byte[] nameOf(String secret, String purpose) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((purpose + ":" + secret).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Cipher cipher(int mode, String secret, String purpose, byte[] nonce)
            throws GeneralSecurityException {
        byte[] key = MessageDigest.getInstance("SHA-256")
                .digest((purpose.length() + ":" + purpose + ":" + secret).getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
