package id.sigap.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class AppendOnlyTest {

    private static final Pattern PROTECTED = Pattern.compile("(?i)revoke update, delete, truncate on (\\w+) from");

    @Test
    void whatAMigrationProtects_isLookedAtAtTheStart() throws IOException {
        // When
        Set<String> isProtected;
        try (Stream<Path> services = Files.list(Path.of("../.."));
                Stream<Path> libraries = Files.list(Path.of(".."))) {
            isProtected = Stream.concat(services, libraries)
                    .map(module -> module.resolve("src/main/resources/db"))
                    .filter(Files::isDirectory)
                    .flatMap(AppendOnlyTest::migrations)
                    .flatMap(sql -> PROTECTED.matcher(sql).results().map(found -> found.group(1)))
                    .collect(Collectors.toSet());
        }
        // Then
        assertThat(isProtected).contains("journal", "access_log").isEqualTo(DatabaseRights.APPEND_ONLY);
    }

    private static Stream<String> migrations(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).map(AppendOnlyTest::text).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
