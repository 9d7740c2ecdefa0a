package id.sigap.intake.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;

/** Wraps and unwraps case keys (AES-256-GCM); it never seals anything else. */
@Startup
@ApplicationScoped
class MasterKey {

    private final Aead aead;

    MasterKey(VaultConfig config) throws GeneralSecurityException {
        aead = new AesGcmJce(VaultSecret.read("sigap.vault.master-key", config.masterKey()));
    }

    Aead aead() {
        return aead;
    }
}
