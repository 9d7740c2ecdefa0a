package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.testing.tools.RequiresTool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped, with the reason, where no volume can be mounted. */
@Tag("service")
@RequiresTool(value = Volume.class, installable = false)
class VolumeTest {

    private static final int MEGABYTES = 32;
    private static final byte[] CONTENT = "kept".repeat(10_000).getBytes();

    @TempDir
    private Path folder;

    private Volume volume;

    @BeforeEach
    void aVolume() {
        volume = Volume.mount(folder.resolve("disk"), MEGABYTES);
    }

    @AfterEach
    void takenOff() {
        Volume.unmountAll(folder);
    }

    private Path file(String name) {
        return volume.folder().resolve(name);
    }

    private void write(Path file, boolean flushed) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(CONTENT));
            if (flushed) {
                channel.force(true);
            }
        }
    }

    @Test
    void afterAPowerCut_whatWasFlushedIsThere_andWhatWasNotIsGone() throws IOException {
        // Given
        write(file("flushed"), true);
        write(file("unflushed"), false);
        assertThat(file("unflushed")).hasBinaryContent(CONTENT);
        // When
        volume.cutPower();
        Throwable meanwhile = catchThrowable(() -> write(file("late"), false));
        volume.restorePower();
        // Then
        assertThat(file("flushed")).hasBinaryContent(CONTENT);
        assertThat(Files.exists(file("unflushed")) ? Files.size(file("unflushed")) : 0)
                .isLessThan(CONTENT.length);
        assertThat(meanwhile).isInstanceOf(FileSystemException.class);
        write(file("afterwards"), true);
    }

    @Test
    void aFullVolume_takesNothing_untilItIsFreed() throws IOException {
        // When
        volume.fill();
        Throwable full = catchThrowable(() -> write(file("one more"), true));
        volume.free();
        // Then
        assertThat(full).isInstanceOf(IOException.class).hasMessageContaining("No space left");
        write(file("one more"), true);
        assertThat(volume.room()).isGreaterThan(20L << 20);
    }

    @Test
    void aReadOnlyVolume_isReadable_andTakesNothing_untilItIsWritable() throws IOException {
        // Given
        write(file("before"), true);
        // When
        volume.readOnly();
        Throwable refused = catchThrowable(() -> write(file("during"), false));
        // Then
        assertThat(refused).isInstanceOf(FileSystemException.class).hasMessageContaining("Read-only");
        assertThat(file("before")).hasBinaryContent(CONTENT);
        volume.writable();
        write(file("after"), true);
    }

    @Test
    void aVolume_keepsItsContent_whenClosedAndMountedAgain() throws IOException {
        // Given
        write(file("kept"), false);
        // When
        volume.close();
        // Then
        assertThat(file("kept")).doesNotExist();
        volume = Volume.mount(folder.resolve("disk"), MEGABYTES);
        assertThat(file("kept")).hasBinaryContent(CONTENT);
    }

    @Test
    void aVolumeInUse_isTakenOffAllTheSame() throws IOException {
        try (FileChannel _ = FileChannel.open(file("open"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // When
            Volume.unmountAll(folder);
            // Then
            assertThat(file("open")).doesNotExist();
        }
    }

    @Test
    void aFolderWithContent_isNotHidden() throws IOException {
        // Given
        Path used = Files.createDirectories(folder.resolve("used"));
        Files.writeString(used.resolve("something"), "important");
        // When / Then
        assertThat(catchThrowable(() -> Volume.mount(used, MEGABYTES)))
                .isInstanceOf(InfrastructureException.class)
                .hasMessageContaining("would hide");
    }
}
