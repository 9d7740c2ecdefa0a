package id.sigap.intake.testing;

import id.sigap.browser.DebianPackage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The machine's own ffmpeg. Without one, tests of recordings are skipped, with the way to get it; where {@code SIGAP_FFMPEG_REQUIRED} is set they fail. */
public final class InstalledFfmpeg {

    private static final String HOW_TO_GET_ONE =
            "no ffmpeg found, and it can't be installed here without asking (Debian: sudo apt-get install ffmpeg)";
    /** Silent for a second, then a tone for two. */
    private static final String CALL = "aevalsrc=exprs='if(lt(t,1),0,0.5*sin(2*PI*440*t))':d=3:s=8000";

    private InstalledFfmpeg() {}

    public static Optional<Path> find() {
        return present().or(() -> DebianPackage.install("ffmpeg") ? present() : Optional.empty());
    }

    public static Path require() {
        return find().orElseThrow(() -> System.getenv("SIGAP_FFMPEG_REQUIRED") == null
                ? new TestAbortedException("skipped: " + HOW_TO_GET_ONE)
                : new IllegalStateException(HOW_TO_GET_ONE));
    }

    /** A call of three seconds, as a phone's recorder would write it. @param extension says the format, such as {@code mp3} */
    public static byte[] call(String extension) {
        Path program = require();
        try {
            Path file = Files.createTempFile("sigap-call", "." + extension);
            List<String> command = List.of(
                    program.toString(),
                    "-nostdin",
                    "-loglevel",
                    "error",
                    "-y",
                    "-f",
                    "lavfi",
                    "-i",
                    CALL,
                    file.toString());
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("ffmpeg: " + said);
            }
            byte[] call = Files.readAllBytes(file);
            Files.delete(file);
            return call;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> present() {
        Stream<String> folders = Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"));
        return folders.map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
