package id.sigap.intake.recording;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * ffmpeg, with a recording of a stranger in its hands: it reads one pipe and writes another and may open nothing else, no file, no network,
 * whatever the recording says; the format is told, never guessed; its memory, its processor time and its patience are limited.
 */
final class Ffmpeg implements Decoder {

    private static final int RATE = 8000;
    /** What it calls the formats we take. */
    private static final Map<String, String> FORMATS =
            Map.of("audio/mpeg", "mp3", "audio/ogg", "ogg", "audio/mp4", "mov", "audio/wav", "wav", "audio/amr", "amr");
    /** Limits that every POSIX shell knows; then the shell becomes the program. */
    private static final String LIMITED =
            "ulimit -v \"$1\"; ulimit -t \"$2\"; ulimit -c 0; ulimit -f 0; shift 2; exec \"$@\"";

    private final Path program;
    private final long memory;
    private final Duration timeout;

    private Ffmpeg(Path program, long memory, Duration timeout) {
        this.program = program;
        this.memory = memory;
        this.timeout = timeout;
    }

    /** Empty where there is none. */
    static Optional<Ffmpeg> installed(RecordingConfig config) {
        return config.ffmpeg()
                .or(() -> Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":"))
                        .map(folder -> Path.of(folder, "ffmpeg"))
                        .filter(Files::isExecutable)
                        .findFirst())
                .map(program -> new Ffmpeg(program.toAbsolutePath(), config.ffmpegMemory(), config.decodeTimeout()));
    }

    @Override
    public boolean takes(String mediaType) {
        return FORMATS.containsKey(mediaType);
    }

    @Override
    public Peaks peaks(String mediaType, InputStream original) throws IOException {
        byte[] recording = original.readAllBytes();
        byte[] streamed = mediaType.equals("audio/mp4") ? Mp4Order.indexFirst(recording) : recording;
        Process process = start(FORMATS.get(mediaType));
        Thread feeder = Thread.startVirtualThread(() -> feed(process, streamed));
        Thread guard = Thread.startVirtualThread(() -> endInTime(process));
        try (InputStream sound = process.getInputStream()) {
            Peaks peaks = Loudness.of(sound, RATE, 1);
            return settled(process, peaks);
        } finally {
            process.destroyForcibly();
            feeder.interrupt();
            guard.interrupt();
        }
    }

    private Process start(String format) throws IOException {
        List<String> limited = List.of(
                "/bin/sh",
                "-c",
                LIMITED,
                "ffmpeg",
                Long.toString(memory / 1024),
                Long.toString(timeout.toSeconds() + 1));
        List<String> decoding = List.of(
                program.toString(),
                "-nostdin",
                "-hide_banner",
                "-loglevel",
                "quiet",
                "-threads",
                "1",
                "-protocol_whitelist",
                "pipe",
                "-f",
                format,
                "-i",
                "pipe:0",
                "-map",
                "0:a:0",
                "-vn",
                "-sn",
                "-dn",
                "-ac",
                "1",
                "-ar",
                Integer.toString(RATE),
                "-f",
                "s16le",
                "-threads",
                "1",
                "pipe:1");
        var builder = new ProcessBuilder(
                        Stream.concat(limited.stream(), decoding.stream()).toList())
                .directory(Path.of("/").toFile())
                .redirectError(Redirect.DISCARD);
        builder.environment().clear(); // none of our secrets
        return builder.start();
    }

    private static void feed(Process process, byte[] recording) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(recording);
        } catch (IOException _) {
            // it has read enough, or ended: its exit says which
        }
    }

    private void endInTime(Process process) {
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // it has ended
        }
    }

    /** Sound came to an end: because the recording did, or because it is none, or because time ran out. */
    private static Peaks settled(Process process, Peaks peaks) throws IOException {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                throw new IOException("ffmpeg doesn't end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        if (process.exitValue() > 128) { // killed
            throw new IOException("ffmpeg was stopped by a limit");
        }
        if (peaks.peaks().isEmpty()) {
            throw new Loudness.Undecodable();
        }
        return peaks;
    }
}
