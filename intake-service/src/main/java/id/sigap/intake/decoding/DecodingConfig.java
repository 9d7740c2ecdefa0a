package id.sigap.intake.decoding;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The programs that decode what was handed in, and what each of them may use. Without them originals can still be saved. */
@ConfigMapping(prefix = "sigap.intake.decoding")
public interface DecodingConfig {

    /** Pictures, recordings and films; found on the path if absent. */
    Optional<Path> ffmpeg();

    /** HEIC and AVIF, libheif's example program; found on the path if absent. */
    Optional<Path> heifConvert();

    /** Memory one program may use, in bytes; 1 GB of addresses, of which it touches little. */
    @WithDefault("1073741824")
    long memory();

    /** Programs that run at the same time, in one replica. */
    @WithDefault("1")
    int atOnce();

    /** Until a picture or a waveform that is still being made is given up; so long, too, one waits for others. */
    @WithDefault("PT20S")
    Duration timeout();

    /** The same, of a film, or of a recording as it is heard: four hours took one. */
    @WithDefault("PT2M")
    Duration filmTimeout();
}
