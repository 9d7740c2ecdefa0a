package id.sigap.infrastructure;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once per machine from the archive that travels on the class path. */
final class PostgresBinaries {

    private static final int EXECUTABLE = 0111;

    private static Path unpacked;

    private PostgresBinaries() {}

    /** The folder with {@code bin}, {@code lib} and {@code share}. */
    static synchronized Path folder() throws IOException {
        if (unpacked == null || !Files.exists(unpacked)) {
            unpacked = unpack();
        }
        return unpacked;
    }

    private static Path unpack() throws IOException {
        byte[] archive;
        try (InputStream content = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
            archive = content.readAllBytes();
        }
        String fingerprint = OncePerMachine.fingerprint(new ByteArrayInputStream(archive));
        return OncePerMachine.folder("sigap-postgres", fingerprint, folder -> {
            try (TarArchiveInputStream files =
                    new TarArchiveInputStream(new XZCompressorInputStream(new ByteArrayInputStream(archive)))) {
                unpack(files, folder);
            }
        });
    }

    private static void unpack(TarArchiveInputStream files, Path target) throws IOException {
        for (TarArchiveEntry entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
            Path file = target.resolve(entry.getName()).normalize();
            if (entry.isDirectory()) {
                Files.createDirectories(file);
                continue;
            }
            Files.createDirectories(file.getParent());
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            } else {
                Files.copy(files, file);
                if ((entry.getMode() & EXECUTABLE) != 0 && !file.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot make " + file + " executable");
                }
            }
        }
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "Darwin" : "Linux";
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
    }
}
