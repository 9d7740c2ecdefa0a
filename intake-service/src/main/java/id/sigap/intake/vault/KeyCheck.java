package id.sigap.intake.vault;

import id.sigap.service.Sql;
import id.sigap.service.start.StartRefused;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Whether the vault's keys are those it was begun with. A wrong one shows nowhere else until somebody reads an old case: new ones are sealed and
 * opened with it all the same, and reporters are no longer known again.
 */
@ApplicationScoped
class KeyCheck {

    private static final byte[] SEALED = "the master key of this vault".getBytes(StandardCharsets.UTF_8);
    private static final byte[] ABOUT = "key-check".getBytes(StandardCharsets.UTF_8);

    private final MasterKey master;
    private final KeyedHash hash;
    private final CaseKeys cases;
    private final Sql sql;

    KeyCheck(MasterKey master, KeyedHash hash, CaseKeys cases, Sql sql) {
        this.master = master;
        this.hash = hash;
        this.cases = cases;
        this.sql = sql;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        // a refusal takes back what a wrong key has just been remembered by
        QuarkusTransaction.requiringNew().run(() -> {
            List<String> faults = faults(master, hash);
            if (!faults.isEmpty()) {
                throw new StartRefused(faults);
            }
        });
    }

    /** In the caller's transaction; a key that is used for the first time is remembered. */
    List<String> faults(MasterKey master, KeyedHash hash) {
        List<String> faults = new ArrayList<>();
        if (!isKnown("master-key", () -> seal(master), value -> opens(master, value)) || !opensACase(master)) {
            faults.add(another("sigap.vault.master-key", "no case of it can be opened"));
        }
        if (!isKnown("hash-key", () -> mac(hash), value -> MessageDigest.isEqual(value, mac(hash)))) {
            faults.add(another("sigap.vault.hash-key", "no reporter would be known again"));
        }
        return faults;
    }

    private static String another(String property, String consequence) {
        return "%s is not the key this vault was begun with: %s. Give the former key; it is in no backup of the database"
                .formatted(property, consequence);
    }

    /** Two replicas that begin together keep the value of the one that came first. */
    private boolean isKnown(String key, Supplier<byte[]> first, Predicate<byte[]> matches) {
        if (kept(key).isEmpty()) {
            sql.changed(
                    "insert into vault_key_check (key, value) values (?, ?) on conflict do nothing", key, first.get());
        }
        return matches.test(kept(key).orElseThrow());
    }

    private Optional<byte[]> kept(String key) {
        return sql.rows(row -> row.getBytes(1), "select value from vault_key_check where key = ?", key).stream()
                .findFirst();
    }

    /** A vault that is older than this check has cases, and no value yet. */
    private boolean opensACase(MasterKey master) {
        return cases.anyWrapped()
                .map(wrapped -> wrapped.opensWith(master.aead()))
                .orElse(true);
    }

    private static byte[] seal(MasterKey master) {
        try {
            return master.aead().encrypt(SEALED, ABOUT);
        } catch (GeneralSecurityException e) {
            throw new VaultFailure("the check value can't be sealed", e);
        }
    }

    private static boolean opens(MasterKey master, byte[] value) {
        try {
            return MessageDigest.isEqual(master.aead().decrypt(value, ABOUT), SEALED);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static byte[] mac(KeyedHash hash) {
        return hash.ofPurpose("key-check").getBytes(StandardCharsets.US_ASCII);
    }
}
