package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class OncePerMachineTest {

    private final String kind = "sigap-test-" + UUID.randomUUID();
    private final Path home = Path.of(System.getProperty("java.io.tmpdir"), kind);
    private final AtomicInteger unpackings = new AtomicInteger();

    @AfterEach
    void delete() throws IOException {
        if (!Files.exists(home)) {
            return;
        }
        try (var files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void unpack(Path folder) throws IOException {
        Files.writeString(folder.resolve("content"), "whole");
        unpackings.incrementAndGet();
    }

    @Test
    void whatIsThere_isNotUnpackedAgain() throws IOException {
        // Given
        Path first = OncePerMachine.folder(kind, "abc", this::unpack);
        // When
        Path second = OncePerMachine.folder(kind, "abc", this::unpack);
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(first.resolve("content")).hasContent("whole");
        assertThat(unpackings).hasValue(1);
    }

    @Test
    void ifAnotherProcessIsQuicker_itsCopyStays_andNothingElse() throws IOException {
        // When
        Path folder = OncePerMachine.folder(kind, "abc", slow -> {
            OncePerMachine.folder(kind, "abc", this::unpack);
            unpack(slow);
        });
        // Then
        assertThat(folder.resolve("content")).hasContent("whole");
        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(folder);
        }
    }

    @Test
    void anotherArchive_hasAnotherFingerprint() throws IOException {
        // When
        String one = fingerprint("one");
        // Then
        assertThat(one).isEqualTo(fingerprint("one")).isNotEqualTo(fingerprint("other"));
    }

    private static String fingerprint(String archive) throws IOException {
        return OncePerMachine.fingerprint(new ByteArrayInputStream(archive.getBytes(StandardCharsets.UTF_8)));
    }
}
