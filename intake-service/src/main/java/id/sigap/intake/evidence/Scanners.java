package id.sigap.intake.evidence;

import id.sigap.events.report.EvidenceCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import org.jboss.logging.Logger;

/** Chooses the scanner. */
class Scanners {

    private static final Logger LOG = Logger.getLogger(Scanners.class);

    @Produces
    @ApplicationScoped
    Scanner scanner(ClamAvConfig config) {
        return config.host()
                .filter(host -> !host.equals(ClamAvConfig.NONE))
                .<Scanner>map(host -> new ClamAv(host, config.port(), config.timeout()))
                .orElseGet(() -> {
                    LOG.warn("no malware scanner (sigap.intake.clamav.host): evidence is checked by type only");
                    return (_, _) -> new Scanner.Verdict.Clean(EvidenceCheck.TYPE_ONLY);
                });
    }
}
