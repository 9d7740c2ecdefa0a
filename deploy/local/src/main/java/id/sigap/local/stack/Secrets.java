package id.sigap.local.stack;

import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys of this checkout's stack: made up the first time each is asked for, then kept in one file that only its owner can read. */
public final class Secrets {

    private static final int BYTES = 24;
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

    public String databaseSuperuser() {
        return get("postgres.superuser");
    }

    public String kafka(String user) {
        return get("kafka." + user);
    }

    /** What a client of the identity provider proves itself with. */
    public String client(String clientId) {
        return get("client." + clientId);
    }

    /** 256 bits in Base64: the key that the vault's keys are kept under. */
    public String vaultMasterKey() {
        return get("vault.master-key", () -> Base64.getEncoder().encodeToString(random(32)));
    }

    /** 256 bits in Base64, for whatever else must be keyed. */
    public String key(String name) {
        return get("key." + name, () -> Base64.getEncoder().encodeToString(random(32)));
    }

    private String get(String name) {
        // letters and digits only: these end up in JAAS lines, URLs and shell commands
        return get(
                name, () -> Base64.getUrlEncoder().encodeToString(random(BYTES)).replaceAll("[-_=]", "x"));
    }

    private synchronized String get(String name, java.util.function.Supplier<String> made) {
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
