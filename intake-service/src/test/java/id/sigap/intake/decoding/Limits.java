package id.sigap.intake.decoding;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Those that a program of a test's own, or the machine's, runs under. @param program for ffmpeg; empty for the one on the path */
public record Limits(Optional<Path> program, Duration timeout) implements DecodingConfig {

    public static Limits around(Path program, Duration timeout) {
        return new Limits(Optional.of(program), timeout);
    }

    static Limits within(Duration timeout) {
        return new Limits(Optional.empty(), timeout);
    }

    public Ffmpeg ffmpegInside() {
        return new Ffmpeg(new Sandbox(this), this);
    }

    HeifConvert heifConvertInside() {
        var sandbox = new Sandbox(this);
        return new HeifConvert(sandbox, new Ffmpeg(sandbox, this), this);
    }

    @Override
    public Optional<Path> ffmpeg() {
        return program;
    }

    @Override
    public Optional<Path> heifConvert() {
        return Optional.empty();
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
