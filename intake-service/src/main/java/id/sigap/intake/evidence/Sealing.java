package id.sigap.intake.evidence;

import id.sigap.intake.evidence.Evidence.Sealed;
import id.sigap.intake.filetype.FileType;
import id.sigap.intake.filetype.Recognition;
import id.sigap.intake.filetype.Structure;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a file once: its type from its head, its structure, hash and size on the way, sealed at the end. */
final class Sealing {

    private final long maxBytes;

    Sealing(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** @throws StoreFailure if {@code sealed} can't be written; IOException if {@code body} can't be read */
    Sealed through(OutputStream sealed, InputStream body, Taken taken) throws IOException {
        byte[] buffer = body.readNBytes(Recognition.HEAD);
        Structure structure = taken.recognise(buffer).structure();
        MessageDigest digest = sha256();
        long size = 0;
        for (int read = buffer.length; read > 0; read = body.readNBytes(buffer, 0, buffer.length)) {
            size += read;
            if (size > maxBytes) {
                throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE, "evidence-too-large", maxBytes / (1024 * 1024));
            }
            digest.update(buffer, 0, read);
            structure.pass(buffer, read);
            write(sealed, buffer, read);
        }
        FileType type = taken.settle(structure);
        close(sealed);
        return new Sealed(HexFormat.of().formatHex(digest.digest()), type, size);
    }

    static void write(OutputStream sealed, byte[] buffer, int length) throws StoreFailure {
        try {
            sealed.write(buffer, 0, length);
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    /** Writes the last segment. */
    static void close(OutputStream sealed) throws StoreFailure {
        try {
            sealed.close();
        } catch (IOException e) {
            throw new StoreFailure(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
