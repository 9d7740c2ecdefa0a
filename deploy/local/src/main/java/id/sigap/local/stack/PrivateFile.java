package id.sigap.local.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Files that only their owner may read, replaced in one move so that a reader never sees half of one. */
public final class PrivateFile {

    private PrivateFile() {}

    /** @throws UncheckedIOException if the folder can't be written to */
    static void write(Path file, Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws UncheckedIOException if the folder can't be written to */
    public static void write(Path file, byte[] content) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            // the temporary file is made with these rights, not given them later: there is no moment when others could
            // open it
            Path next = Files.createTempFile(
                    folder,
                    file.getFileName().toString(),
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.write(next, content);
                Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(next); // a full disk
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
