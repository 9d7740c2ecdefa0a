package id.sigap.intake.recording;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How recordings are decoded. Without ffmpeg only WAV has a waveform; every recording can be listened to. */
@ConfigMapping(prefix = "sigap.intake.recording")
public interface RecordingConfig {

    /** The program; found on the path if absent. */
    Optional<Path> ffmpeg();

    /** Until a recording that is still being decoded is given up. */
    @WithDefault("PT20S")
    Duration decodeTimeout();

    /** Memory one ffmpeg may use, in bytes; 1 GB of addresses, of which it touches little. */
    @WithDefault("1073741824")
    long ffmpegMemory();

    /** Recordings decoded at the same time; each is held in memory while it is. */
    @WithDefault("2")
    int atOnce();

    /** Of one note, in characters. */
    @WithDefault("500")
    int longestNote();
}
