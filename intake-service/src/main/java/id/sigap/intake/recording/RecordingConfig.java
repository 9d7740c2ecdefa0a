package id.sigap.intake.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What officers may note of a recording. */
@ConfigMapping(prefix = "sigap.intake.recording")
public interface RecordingConfig {

    /** Of one note, in characters. */
    @WithDefault("500")
    int longestNote();
}
