package id.sigap.intake.testing;

import id.sigap.testing.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The machine's own ffmpeg. Without one, tests of recordings are skipped, with the way to get it; where {@link Tools#REQUIRED tools are required} they fail. */
public final class InstalledFfmpeg {

    private static final String HOW_TO_GET_ONE =
            "no ffmpeg found: ./sigap tools --install gets Debian's; elsewhere it comes from https://ffmpeg.org";
    /** Silent for a second, then a tone for two. */
    private static final String CALL = "aevalsrc=exprs='if(lt(t,1),0,0.5*sin(2*PI*440*t))':d=3:s=8000";

    private InstalledFfmpeg() {}

    /** Why it can't be used here; empty if it can. */
    public static Optional<String> unavailable() {
        return find().isPresent() ? Optional.empty() : Optional.of(HOW_TO_GET_ONE);
    }

    /** Its program; without it the test ends here. */
    public static Path require() {
        Tools.require(InstalledFfmpeg.class);
        return find().orElseThrow();
    }

    /** Where a film or a call was taken, as phones write it beside them. */
    public static final String PLACE = "-6.2088,106.8456";

    /** A call of three seconds, as a phone's recorder would write it, with the place in clear. @param extension says the format, such as {@code mp3} */
    public static byte[] call(String extension) {
        List<String> narrow = extension.equals("3gp") ? List.of("-c:a", "aac", "-ar", "8000") : List.of();
        return written(extension, Stream.of(List.of("-f", "lavfi", "-i", CALL, "-metadata", "title=" + PLACE), narrow));
    }

    /** A second of a screen, with the place in clear where a phone writes it. @param extension says the format, such as {@code mp4} */
    public static byte[] film(String extension) {
        return written(
                extension,
                Stream.of(
                        List.of("-f", "lavfi", "-i", "testsrc2=s=176x144:d=1:r=15", "-f", "lavfi", "-i", CALL),
                        List.of("-c:v", extension.equals("3gp") ? "h263" : "libx264", "-c:a", "aac", "-ac", "1"),
                        List.of("-shortest", "-metadata", "title=" + PLACE)));
    }

    private static byte[] written(String extension, Stream<List<String>> arguments) {
        Path program = require();
        try {
            Path file = Files.createTempFile("sigap-sample", "." + extension);
            List<String> command = Stream.of(
                            Stream.of(program.toString(), "-nostdin", "-loglevel", "error", "-y"),
                            arguments.flatMap(List::stream),
                            Stream.of(file.toString()))
                    .flatMap(part -> part)
                    .toList();
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes());
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException("ffmpeg: " + said);
            }
            byte[] written = Files.readAllBytes(file);
            Files.delete(file);
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Path> find() {
        Stream<String> folders = Arrays.stream(
                Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"));
        return folders.map(folder -> Path.of(folder, "ffmpeg"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
