package id.sigap.service;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Base64;

/** A secret as a deployer gives it: itself, or {@code file:<path>} of a file that holds it. Blanks and line ends around it mean nothing. */
public final class GivenSecret {

    private static final String FILE = "file:";

    private GivenSecret() {}

    /** @throws IOException if there is no such file, or it can't be read; the message may show what was given */
    public static String read(String given) throws IOException {
        return (given.startsWith(FILE) ? Files.readString(path(given)) : given).strip();
    }

    /** What it comes to, however it is written: the bytes behind the Base64, with or without its padding, or else the text's own. */
    public static byte[] bytes(String secret) {
        try {
            return Base64.getDecoder().decode(secret);
        } catch (IllegalArgumentException _) {
            return secret.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static Path path(String given) throws IOException {
        try {
            return Path.of(given.substring(FILE.length()));
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
