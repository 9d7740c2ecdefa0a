package id.sigap.notifier;

import id.sigap.testing.SharedInfrastructure;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The operators as the service under test knows them, and its way to them: in a hurry, and through the {@link SmtpGate}. */
public final class Operators implements QuarkusTestResourceLifecycleManager {

    public static final String TELKOMSEL_MAILBOX = "abuse@telkomsel.example";

    private SmtpGate gate;

    /** After the infrastructure, whose mail port it overrides. */
    @Override
    public int order() {
        return 10;
    }

    @Override
    public Map<String, String> start() {
        try {
            gate = SmtpGate.before(SharedInfrastructure.smtpPort());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.ofEntries(
                Map.entry("quarkus.mailer.port", Integer.toString(gate.port())),
                Map.entry("sigap.operators.TELKOMSEL.email", TELKOMSEL_MAILBOX),
                Map.entry("sigap.operators.INDOSAT.email", SmtpGate.REFUSED),
                Map.entry("sigap.operators.SLOW.email", SmtpGate.SILENT),
                Map.entry("sigap.operators.TRI.email", "none"),
                Map.entry("sigap.delivery.public-url", "https://operators.sigap.example"),
                Map.entry("sigap.delivery.poll-interval", "0.1S"),
                Map.entry("sigap.delivery.first-pause", "0.2S"),
                Map.entry("sigap.delivery.longest-pause", "0.4S"),
                Map.entry("sigap.delivery.email.timeout", "1.5S"),
                Map.entry("sigap.watermark.every", "0.2S"),
                Map.entry("sigap.watermark.recheck", "0.05S"));
    }

    @Override
    public void stop() {
        try {
            gate.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
