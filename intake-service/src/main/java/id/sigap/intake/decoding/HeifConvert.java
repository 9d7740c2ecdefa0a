package id.sigap.intake.decoding;

import id.sigap.intake.decoding.Sandbox.Job;
import id.sigap.intake.decoding.Sandbox.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * libheif's {@code heif-convert} in the {@link Sandbox}, with ffmpeg behind it, which takes away what the camera wrote beside the picture. It
 * reads and writes files, and goes by their names' endings: the names it gets lead to files without one. A burst of pictures shows its first.
 */
@ApplicationScoped
public class HeifConvert {

    private static final Set<String> TAKEN = Set.of("image/heic", "image/avif");
    private static final long LARGEST = 100L * 1024 * 1024;

    private static final String SCRIPT = """
            d=$1
            shift
            exec 3<>"$d/in" 4<>"$d/out"
            /bin/rm "$d/in" "$d/out"
            for name in p p-1; do /bin/ln -s /proc/self/fd/4 "$d/$name.jpg"; done
            for name in 2 3 4 5 6 7 8 9; do /bin/ln -s /dev/null "$d/p-$name.jpg"; done
            /bin/cat >&3
            "$1" --quiet -q 95 /proc/self/fd/3 "$d/p.jpg" >&2
            converted=$?
            shift
            [ "$converted" = 0 ] && "$@" </proc/self/fd/4
            """;

    private final Sandbox sandbox;
    private final Ffmpeg ffmpeg;
    private final Optional<Path> program;
    private final Duration timeout;

    HeifConvert(Sandbox sandbox, Ffmpeg ffmpeg, DecodingConfig config) {
        this.sandbox = sandbox;
        this.ffmpeg = ffmpeg;
        this.program = Program.find(config.heifConvert(), "heif-convert");
        this.timeout = config.timeout();
    }

    /** Whether it is there with all that it needs, and reads such files. */
    public boolean takes(String mediaType) {
        return program.isPresent()
                && NamelessFiles.possible()
                && ffmpeg.takes("image/jpeg")
                && TAKEN.contains(mediaType);
    }

    /** The picture as a JPEG. @throws Undecodable and others as {@link Sandbox.Place#run} */
    public <T> T jpeg(Original original, Outcome<T> outcome) throws IOException {
        try (Sandbox.Place place = sandbox.take();
                var folder = new ShortLivedFolder();
                InputStream bytes = original.open()) {
            var command = Stream.concat(
                            Stream.of(
                                    folder.path().toString(),
                                    program.orElseThrow().toString()),
                            ffmpeg.cleaningJpeg().stream())
                    .toList();
            return place.run(new Job(SCRIPT, command, timeout, LARGEST), bytes::transferTo, outcome);
        }
    }
}
