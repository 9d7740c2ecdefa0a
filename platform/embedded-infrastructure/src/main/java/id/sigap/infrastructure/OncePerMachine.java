package id.sigap.infrastructure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;

/** What travels in an archive and must lie on a disk: unpacked once, into a folder that all processes of this machine share. */
final class OncePerMachine {

    /** Puts the content there. */
    @FunctionalInterface
    interface Unpacking {
        void into(Path folder) throws IOException;
    }

    private OncePerMachine() {}

    /**
     * The folder with the content, unpacked now unless that has been done.
     *
     * @param kind what it is: the folder's name below the machine's temporary folder
     * @param fingerprint of the archive
     */
    static Path folder(String kind, String fingerprint, Unpacking unpacking) throws IOException {
        Path home = Path.of(System.getProperty("java.io.tmpdir"), kind);
        Path folder = home.resolve(fingerprint);
        if (!Files.exists(folder)) {
            Files.createDirectories(home);
            Path part = Files.createTempDirectory(home, "unpacking");
            unpacking.into(part);
            takeItsPlace(part, folder);
        }
        return folder;
    }

    /** Another process may have been quicker: then its copy is as good. */
    private static void takeItsPlace(Path part, Path folder) throws IOException {
        try {
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (
                FileSystemException
                        e) { // Linux says "Directory not empty", and Java has no word of its own for it here
            if (!Files.exists(folder)) {
                throw e;
            }
            try (var files = Files.walk(part)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static String fingerprint(InputStream archive) throws IOException {
        try (var digested = new DigestInputStream(archive, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
