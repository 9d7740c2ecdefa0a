package id.sigap.intake.testing;

import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.SigapInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What stands around the vault in a test: database, broker, identity provider, a mail server behind a gate, a scanner. */
public final class Surroundings implements QuarkusTestResourceLifecycleManager {

    public static final String DATABASE = "intake";
    private static final String EVIDENCE = "intake.test.evidence-directory";

    @Override
    public Map<String, String> start() {
        var shared = new SigapInfrastructure();
        shared.init(Map.of("database", DATABASE));
        var properties = new HashMap<>(shared.start());
        try {
            SmtpGate gate = SmtpGate.before(SharedInfrastructure.smtpPort());
            properties.put("quarkus.mailer.port", Integer.toString(gate.port()));
            properties.put("sigap.intake.clamav.host", "127.0.0.1");
            properties.put(
                    "sigap.intake.clamav.port",
                    Integer.toString(FakeClamAv.start().port()));
            properties.put("sigap.intake.pace.proof-work", "1000"); // the machine has better things to do
            properties.put("sigap.vault.evidence-directory", storeOfTheDatabase());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** One for all starts of a JVM, as the database is: the two belong together. */
    private static String storeOfTheDatabase() throws IOException {
        if (System.getProperty(EVIDENCE) == null) {
            Path made = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "evidence");
            System.setProperty(EVIDENCE, made.toString());
        }
        return System.getProperty(EVIDENCE);
    }

    /** Where sealed evidence lies. */
    public static Path evidenceDirectory() {
        return Path.of(System.getProperty(EVIDENCE));
    }

    @Override
    public void stop() {}
}
