package id.sigap.intake.evidence;

import id.sigap.intake.filetype.Recognition;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;

/** One part of a file as it comes over the wire: what came before the wire was cut counts. */
final class Arriving {

    private final InputStream body;
    private final long room;
    private final byte[] buffer = new byte[Recognition.HEAD];
    private boolean ended;

    /** @param room how much of the file is still to come */
    Arriving(InputStream body, long room) {
        this.body = body;
        this.room = room;
    }

    /**
     * Seals what comes.
     *
     * @param taken of a file whose first part this is: wrong types are refused before the rest has travelled; empty for later parts
     * @return how many bytes came
     * @throws Refusal 413 if more comes than the file was said to have, 415
     * @throws StoreFailure if {@code sealed} can't be written
     */
    long through(OutputStream sealed, Optional<Taken> taken) throws StoreFailure {
        long came = 0;
        for (int read = fill(); read > 0; read = fill()) {
            if (came == 0 && (read == buffer.length || read == room)) {
                byte[] head = Arrays.copyOf(buffer, read);
                taken.ifPresent(types -> types.recognise(head));
            }
            came += read;
            if (came > room) {
                throw new Refusal(Status.REQUEST_ENTITY_TOO_LARGE, "upload-too-long");
            }
            Sealing.write(sealed, buffer, read);
        }
        Sealing.close(sealed);
        return came;
    }

    /** As much as the buffer holds, or less at the end. */
    private int fill() {
        int filled = 0;
        while (!ended && filled < buffer.length) {
            int read = read(filled);
            ended = read < 0;
            filled += Math.max(0, read);
        }
        return filled;
    }

    private int read(int filled) {
        try {
            return body.read(buffer, filled, buffer.length - filled);
        } catch (IOException _) {
            return -1; // cut: its sender will ask how far it came
        }
    }
}
