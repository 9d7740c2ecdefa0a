package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.intake.vault.VaultConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class DirectoryStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

    @TempDir
    Path folder;

    private final UUID blob = UUID.randomUUID();
    private DirectoryStore store;

    @BeforeEach
    void open() throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withMapping(VaultConfig.class)
                .withDefaultValue("sigap.vault.master-key", "none")
                .withDefaultValue("sigap.vault.hash-key", "none")
                .withDefaultValue("sigap.vault.evidence-directory", folder.toString())
                .build()
                .getConfigMapping(VaultConfig.class);
        store = new DirectoryStore(config, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void keep(UUID name) throws IOException {
        try (var draft = store.draft(name)) {
            draft.out().write("sealed".getBytes(StandardCharsets.US_ASCII));
            draft.keep();
        }
    }

    @Test
    void quarantinedBlob_isNotOpened_andComesBackWhole() throws IOException {
        // Given
        keep(blob);
        // When
        store.quarantine(blob);
        // Then
        assertThatThrownBy(() -> store.open(blob)).isInstanceOf(IOException.class);
        assertThat(store.keptBefore(Instant.MAX)).isEmpty();
        assertThat(store.quarantinedBefore(NOW.plusSeconds(1))).containsExactly(blob);
        assertThat(store.quarantinedBefore(NOW)).isEmpty();
        // When
        store.takeBack(blob);
        // Then
        assertThat(store.open(blob)).hasContent("sealed");
    }

    @Test
    void deletedBlob_isGoneFromQuarantineToo() throws IOException {
        // Given
        keep(blob);
        store.quarantine(blob);
        // When
        store.delete(blob);
        // Then
        assertThat(store.quarantinedBefore(Instant.MAX)).isEmpty();
    }

    @Test
    void draft_isNoBlob_andGoesWhenItIsOld() throws IOException {
        // Given
        keep(blob);
        UUID halfWritten = UUID.randomUUID();
        Path draft = Files.writeString(folder.resolve(halfWritten + ".draft"), "half");
        // Then
        assertThat(store.keptBefore(Instant.MAX)).containsExactly(blob);
        // When
        store.deleteDraftsBefore(Instant.MAX);
        // Then
        assertThat(draft).doesNotExist();
        assertThat(store.open(blob)).hasContent("sealed");
    }

    @Test
    void mark_isReadBack_alsoByWhoeverOpensTheStoreLater_alsoIfWrittenByHand() throws IOException {
        // Given
        UUID database = UUID.randomUUID();
        assertThat(store.mark()).isEmpty();
        // When
        store.mark(database);
        // Then
        open();
        assertThat(store.mark()).contains(database);
        assertThat(store.keptBefore(Instant.MAX)).isEmpty();
        // When
        UUID another = UUID.randomUUID();
        String command = store.directions().markCommand().formatted(another);
        Files.writeString(Path.of(command.substring(command.indexOf('>') + 2)), another + "\r\n");
        // Then
        assertThat(store.mark()).contains(another);
    }
}
