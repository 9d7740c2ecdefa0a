package id.sigap.intake.evidence;

import id.sigap.events.report.EvidenceCheck;
import java.io.IOException;
import java.io.InputStream;

/** Looks for malware: a port. */
interface Scanner {

    /** @throws IOException if it can't be asked now: the piece stays in quarantine */
    Verdict scan(InputStream original) throws IOException;

    /** What it says. */
    sealed interface Verdict {

        /** @param check what that is worth */
        record Clean(EvidenceCheck check) implements Verdict {}

        /** @param finding the scanner's own name for it */
        record Infected(String finding) implements Verdict {}
    }
}
