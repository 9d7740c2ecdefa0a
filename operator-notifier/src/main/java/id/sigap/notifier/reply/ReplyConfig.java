package id.sigap.notifier.reply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is accepted as an operator's answer. */
@ConfigMapping(prefix = "sigap.reply")
public interface ReplyConfig {

    /** How far an operator's clock may be off from ours when it says when it was done. */
    @WithDefault("1M")
    Duration clockSkew();

    /** The largest record read from an operator's topic, in bytes; an answer takes less than two thousand. */
    @WithDefault("16384")
    int maxBytes();
}
