package id.sigap.intake.evidence;

import id.sigap.events.report.EvidenceCheck;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Looks for malware: a port. */
interface Scanner {

    /**
     * @param within how long all of it may take
     * @throws IOException if there is no verdict: the piece stays in quarantine
     * @throws ScannerAway if it can't even be asked
     */
    Verdict scan(InputStream original, Duration within) throws IOException;

    /** Nobody is there, whatever the piece. */
    final class ScannerAway extends IOException {

        ScannerAway(IOException cause) {
            super(cause);
        }
    }

    /** What it says. */
    sealed interface Verdict {

        /** @param check what that is worth */
        record Clean(EvidenceCheck check) implements Verdict {}

        /** @param finding the scanner's own name for it */
        record Infected(String finding) implements Verdict {}
    }
}
