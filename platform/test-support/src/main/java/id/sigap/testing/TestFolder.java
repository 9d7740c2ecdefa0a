package id.sigap.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Where a test JVM keeps the data of its servers: in the module's target folder, named by process id. */
record TestFolder(Path path) {

    private static final Path ALL = Path.of("target", "sigap-infrastructure");

    /** Makes it, and clears away what killed test runs left behind. */
    static TestFolder ofThisJvm() {
        try {
            Files.createDirectories(ALL);
            try (var folders = Files.list(ALL)) {
                folders.filter(TestFolder::isAbandoned).map(TestFolder::new).forEach(TestFolder::delete);
            }
            var own = ALL.resolve(Long.toString(ProcessHandle.current().pid()));
            return new TestFolder(Files.createDirectories(own).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Also if its process had the same id as this one. */
    private static boolean isAbandoned(Path folder) {
        long process = Long.parseLong(folder.getFileName().toString());
        return process == ProcessHandle.current().pid()
                || ProcessHandle.of(process).isEmpty();
    }

    void delete() {
        try (var files = Files.walk(path)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
