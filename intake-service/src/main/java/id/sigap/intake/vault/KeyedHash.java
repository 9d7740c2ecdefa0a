package id.sigap.intake.vault;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells the same person or address again, tells nobody who: HMAC-SHA256 under the vault's own key. */
@Startup
@ApplicationScoped
public class KeyedHash {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    KeyedHash(VaultConfig config) {
        key = new SecretKeySpec(VaultSecret.read("sigap.vault.hash-key", config.hashKey()), ALGORITHM);
    }

    /** @param e164 the person's number in E.164 form */
    public String ofNumber(String e164) {
        return HexFormat.of().formatHex(mac("number:" + e164));
    }

    public byte[] ofAddress(String address) {
        return mac("address:" + address);
    }

    /** A key for one purpose, made of the vault's. */
    public String ofPurpose(String name) {
        return HexFormat.of().formatHex(mac("purpose:" + name));
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
