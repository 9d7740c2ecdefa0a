package id.sigap.intake.evidence;

import id.sigap.intake.vault.VaultConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Blobs as files of one local directory. */
@ApplicationScoped
class DirectoryStore implements EvidenceStore {

    private static final String DRAFT = ".draft";
    private static final String QUARANTINE = "quarantine";
    private static final String MARK = "belongs-to-database";
    private static final Pattern NAME =
            Pattern.compile("(?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})(?<ending>(\\.draft)?)");

    private final Path directory;
    private final Clock clock;

    DirectoryStore(VaultConfig config, Clock clock) throws IOException {
        this.directory = config.evidenceDirectory().toAbsolutePath();
        this.clock = clock;
        Files.createDirectories(directory.resolve(QUARANTINE));
    }

    @Override
    public Draft draft(UUID name) throws StoreFailure {
        try {
            return new FileDraft(directory.resolve(name + DRAFT), file(name));
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    @Override
    public InputStream open(UUID name) throws IOException {
        return Files.newInputStream(file(name));
    }

    @Override
    public void delete(UUID name) throws IOException {
        Files.deleteIfExists(file(name));
        Files.deleteIfExists(directory.resolve(name + DRAFT));
        Files.deleteIfExists(inQuarantine(name));
    }

    @Override
    public List<UUID> keptBefore(Instant moment) throws IOException {
        return namesIn(directory, "", moment);
    }

    @Override
    public void deleteDraftsBefore(Instant moment) throws IOException {
        for (UUID name : namesIn(directory, DRAFT, moment)) {
            Files.deleteIfExists(directory.resolve(name + DRAFT));
        }
    }

    @Override
    public void quarantine(UUID name) throws IOException {
        // how long it lies there counts from now, and from before the move: it must never look older than it is
        try {
            Files.setLastModifiedTime(file(name), FileTime.from(clock.instant()));
            Files.move(file(name), inQuarantine(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            // another replica was faster
        }
    }

    @Override
    public void takeBack(UUID name) throws IOException {
        Files.move(inQuarantine(name), file(name), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public List<UUID> quarantinedBefore(Instant moment) throws IOException {
        return namesIn(directory.resolve(QUARANTINE), "", moment);
    }

    @Override
    public Optional<UUID> mark() throws IOException {
        Path mark = directory.resolve(MARK);
        if (!Files.exists(mark)) {
            return Optional.empty();
        }
        String written = Files.readString(mark).strip();
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException _) {
            throw new IOException(mark + " holds no id of a database");
        }
    }

    @Override
    public void mark(UUID database) throws IOException {
        Path draft = Files.createTempFile(directory, MARK, DRAFT);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((database + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        Files.move(draft, directory.resolve(MARK), StandardCopyOption.ATOMIC_MOVE);
        force(directory);
    }

    @Override
    public Directions directions() {
        return new Directions(directory.toString(), "echo %s > " + directory.resolve(MARK));
    }

    /** The names of files with this ending last written before that moment. */
    private static List<UUID> namesIn(Path folder, String ending, Instant moment) throws IOException {
        List<UUID> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && name.group("ending").equals(ending) && isOlder(file, moment)) {
                    names.add(UUID.fromString(name.group("id")));
                }
            }
        }
        return names;
    }

    /** A file that went away meanwhile isn't older than anything. */
    private static boolean isOlder(Path file, Instant moment) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private Path file(UUID name) {
        return directory.resolve(name.toString());
    }

    private Path inQuarantine(UUID name) {
        return directory.resolve(QUARANTINE).resolve(name.toString());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
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
        public void keep() throws StoreFailure {
            try {
                out.flush();
                channel.force(true);
                channel.close();
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
                force(file.getParent());
            } catch (IOException e) {
                throw new StoreFailure(e);
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(draft);
        }
    }
}
