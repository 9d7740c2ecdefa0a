package id.sigap.intake.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's own {@code heif-convert}, for tests that say so by {@code @RequiresTool}. */
public final class InstalledHeifConvert {

    private InstalledHeifConvert() {}

    /** Why it can't be used here; empty if it can. */
    public static Optional<String> unavailable() {
        return Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "heif-convert")))
                ? Optional.empty()
                : Optional.of("no heif-convert found: ./sigap tools --install gets Debian's (libheif-examples)");
    }
}
