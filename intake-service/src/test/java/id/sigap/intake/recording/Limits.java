package id.sigap.intake.recording;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Those that a program of a test's own runs under. */
final class Limits {

    private Limits() {}

    static Ffmpeg around(Path program, Duration timeout) {
        return Ffmpeg.installed(new RecordingConfig() {
                    @Override
                    public Optional<Path> ffmpeg() {
                        return Optional.of(program);
                    }

                    @Override
                    public Duration decodeTimeout() {
                        return timeout;
                    }

                    @Override
                    public long ffmpegMemory() {
                        return 1L << 30;
                    }

                    @Override
                    public int atOnce() {
                        return 1;
                    }

                    @Override
                    public int longestNote() {
                        return 500;
                    }
                })
                .orElseThrow();
    }
}
