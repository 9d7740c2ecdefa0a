package id.sigap.local.stack;

import id.sigap.journal.SigningKeys;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import java.util.function.Supplier;

/** Passwords and keys of this checkout's stack: made up the first time each is asked for, then kept in one file that only its owner can read. */
public final class Secrets {

    private static final int PASSWORD_BYTES = 24;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** @throws UncheckedIOException if the file exists and can't be read */
    public static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                secrets.known.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return secrets;
    }

    /** The role that may change the schema of the service's database; only Flyway uses it. */
    public String databaseOwner(Service service) {
        return get("postgres." + service.database() + ".owner");
    }

    /** The role the service works with. */
    public String databaseUser(Service service) {
        return get("postgres." + service.database() + ".app");
    }

    public String kafka(String user) {
        return get("kafka." + user);
    }

    /** 256 bits in Base64: the key that the vault's keys are kept under. */
    public String vaultMasterKey() {
        return key("vault.master-key");
    }

    /** 256 bits in Base64: by it the vault knows a reporter again without knowing who it is. */
    public String vaultHashKey() {
        return key("vault.hash-key");
    }

    /** What officers' browser sessions are sealed with: every replica must know the same. */
    public String deskSessionKey() {
        return get("desk.session-key");
    }

    /** What the service signs the ends of its journal's chains with. */
    public String auditSigningKey(Service service) {
        return auditKey(service, "private");
    }

    /** By which its signatures are checked. */
    public String auditPublicKey(Service service) {
        return auditKey(service, "public");
    }

    private synchronized String auditKey(Service service, String half) {
        String name = "audit." + service.id() + ".";
        if (known.getProperty(name + half) == null) {
            KeyPair pair = SigningKeys.generate();
            known.setProperty(name + "private", SigningKeys.base64(pair.getPrivate()));
            known.setProperty(name + "public", SigningKeys.base64(pair.getPublic()));
            PrivateFile.write(file, known);
        }
        return known.getProperty(name + half);
    }

    private String key(String name) {
        return get(name, () -> Base64.getEncoder().encodeToString(random(KEY_BYTES)));
    }

    private String get(String name) {
        // letters and digits only: these end up in JAAS lines, URLs and shell commands
        return get(name, () -> Base64.getUrlEncoder()
                .encodeToString(random(PASSWORD_BYTES))
                .replaceAll("[-_=]", "x"));
    }

    private synchronized String get(String name, Supplier<String> made) {
        String value = known.getProperty(name);
        if (value == null) {
            value = made.get();
            known.setProperty(name, value);
            PrivateFile.write(file, known);
        }
        return value;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
