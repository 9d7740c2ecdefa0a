package id.sigap.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where sealed bytes lie: a port. Names are ids; no reader or writer of it ever sees a file's own name. */
public interface EvidenceStore {

    /** A blob on its way in; it exists for others only once kept. */
    Draft draft(UUID name) throws IOException;

    /** @throws IOException if there is no such blob */
    InputStream open(UUID name) throws IOException;

    /** Does nothing if there is no such blob. */
    void delete(UUID name) throws IOException;

    /** The blobs written before that moment, drafts included. */
    List<UUID> writtenBefore(Instant moment) throws IOException;

    /** Bytes that are written but don't count yet. */
    interface Draft extends AutoCloseable {

        OutputStream out();

        /** Makes them last: after this they survive a power cut. */
        void keep() throws IOException;

        /** Throws away what was not kept. */
        @Override
        void close() throws IOException;
    }
}
