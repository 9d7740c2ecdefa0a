package id.sigap.notifier.watermark;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the watermark of confirmations is made. */
@ConfigMapping(prefix = "sigap.watermark")
public interface WatermarkConfig {

    /** How often one is published. */
    @WithDefault("1S")
    Duration every();

    /** How soon it is looked again whether what was in the way is gone. */
    @WithDefault("0.1S")
    Duration recheck();

    /** How far the clocks of broker and database, and the broker's replicas, may be behind one another: subtracted from every watermark. */
    @WithDefault("0.5S")
    Duration allowance();

    /** How long the broker may take to answer a question. */
    @WithDefault("5S")
    Duration patience();
}
