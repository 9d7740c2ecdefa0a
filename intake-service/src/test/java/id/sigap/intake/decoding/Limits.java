package id.sigap.intake.decoding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Those that a program of a test's own, or the machine's, runs under. Empty: the one on the path. */
public record Limits(Optional<Path> ffmpeg, Optional<Path> heifConvert, Duration timeout) implements DecodingConfig {

    public static Limits around(Path program, Duration timeout) {
        return new Limits(Optional.of(program), Optional.empty(), timeout);
    }

    static Limits within(Duration timeout) {
        return new Limits(Optional.empty(), Optional.empty(), timeout);
    }

    /** @param converter for pictures of HEIF */
    static Limits aroundConverter(Path converter, Duration timeout) {
        return new Limits(Optional.empty(), Optional.of(converter), timeout);
    }

    public Ffmpeg ffmpegInside() {
        return new Ffmpeg(new Sandbox(this), this);
    }

    HeifConvert heifConvertInside() {
        var sandbox = new Sandbox(this);
        return new HeifConvert(sandbox, new Ffmpeg(sandbox, this), this);
    }

    @Override
    public long memory() {
        return 1L << 30;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    @Override
    public Duration filmTimeout() {
        return timeout;
    }
}
