package id.sigap.intake.evidence;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much evidence a case takes, and how often a scanner that was away is asked again. */
@ConfigMapping(prefix = "sigap.intake.evidence")
public interface EvidenceConfig {

    /** Of one file, in bytes; 25 MB. */
    @WithDefault("26214400")
    long maxBytes();

    /** Of one case. */
    @WithDefault("20")
    int maxItems();

    /** How often it is looked for pieces that wait for the scanner. */
    @WithDefault("PT5S")
    Duration poll();

    /** Until a piece of which the scanner said nothing is tried again; twice as long each time. */
    @WithDefault("PT15S")
    Duration retryPause();

    /** How long that becomes. */
    @WithDefault("PT15M")
    Duration longestPause();

    /** After it an upload in parts that nobody went on with is forgotten. */
    @WithDefault("P1D")
    Duration uploadRests();
}
