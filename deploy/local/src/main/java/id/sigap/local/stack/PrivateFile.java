package id.sigap.local.stack;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;

/** Files that only their owner may read, replaced in one move so that a reader never sees half of one. */
final class PrivateFile {

    private PrivateFile() {}

    /** @throws UncheckedIOException if the folder can't be written to */
    static void write(Path file, Properties properties) {
        try {
            Files.createDirectories(file.getParent());
            // the temporary file is made with these rights, not given them later: there is no moment when others could
            // open it
            Path next = Files.createTempFile(
                    file.getParent(),
                    file.getFileName().toString(),
                    null,
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            StringWriter text = new StringWriter();
            properties.store(text, null);
            Files.writeString(next, text.toString());
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
