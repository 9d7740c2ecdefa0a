package id.sigap.intake.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How dear a report is on the public page. */
@ConfigMapping(prefix = "sigap.intake.pace")
public interface PaceConfig {

    /** Up to so many hashes until the proof is found; half of it on average. A cheap phone does some 50,000 a second. */
    @WithDefault("50000")
    int proofWork();

    @WithDefault("PT30M")
    Duration proofLasts();

    /** Reports from one address that come without a proof, within the window. */
    @WithDefault("10")
    int withoutProof();

    @WithDefault("PT1H")
    Duration withoutProofWindow();

    /** How often one address may ask how a number is read while it is typed, within the window. */
    @WithDefault("300")
    int numbersRead();

    @WithDefault("PT10M")
    Duration numbersReadWindow();
}
