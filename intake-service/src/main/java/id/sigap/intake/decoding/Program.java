package id.sigap.intake.decoding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Where a program of the machine's lies. */
final class Program {

    private Program() {}

    /** The one that is named, or else the first of that name on the path; empty where there is none. */
    static Optional<Path> find(Optional<Path> named, String name) {
        return named.or(() -> Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":"))
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isExecutable)
                        .findFirst())
                .map(Path::toAbsolutePath);
    }
}
