package id.sigap.intake.evidence;

import id.sigap.intake.vault.VaultConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blobs as files of one local directory. */
@ApplicationScoped
class DirectoryStore implements EvidenceStore {

    private static final String DRAFT = ".draft";
    private static final Pattern BLOB = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path directory;

    DirectoryStore(VaultConfig config) throws IOException {
        directory = Files.createDirectories(config.evidenceDirectory().toAbsolutePath());
    }

    @Override
    public Draft draft(UUID name) throws IOException {
        return new FileDraft(directory.resolve(name + DRAFT), file(name));
    }

    @Override
    public InputStream open(UUID name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public void delete(UUID name) throws IOException {
        Files.deleteIfExists(file(name));
        Files.deleteIfExists(directory.resolve(name + DRAFT));
    }

    @Override
    public List<UUID> writtenBefore(Instant moment) throws IOException {
        List<UUID> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString().replace(DRAFT, "");
                if (BLOB.matcher(name).matches()
                        && Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                    names.add(UUID.fromString(name));
                }
            }
        }
        return names;
    }

    private Path file(UUID name) {
        return directory.resolve(name.toString());
    }

    private static final class FileDraft implements Draft {

        private final Path draft;
        private final Path file;
        private final FileChannel channel;
        private final OutputStream out;

        FileDraft(Path draft, Path file) throws IOException {
            this.draft = draft;
            this.file = file;
            channel = FileChannel.open(draft, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            out = new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
        }

        @Override
        public OutputStream out() {
            // Tink closes what it writes to; the file is still to be forced to disk then
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    out.write(b);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }
            };
        }

        @Override
        public void keep() throws IOException {
            out.flush();
            channel.force(true);
            channel.close();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
