package id.sigap.intake.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where sealed bytes lie: a port. Names are ids; no reader or writer of it ever sees a file's own name. */
public interface EvidenceStore {

    /** A blob on its way in; it exists for others only once kept. @throws StoreFailure if nothing can be written */
    Draft draft(UUID name) throws StoreFailure;

    /** @throws IOException if there is no such blob */
    InputStream open(UUID name) throws IOException;

    /** For good, wherever it lies. Does nothing if there is no such blob. */
    void delete(UUID name) throws IOException;

    /** The blobs kept before that moment. */
    List<UUID> keptBefore(Instant moment) throws IOException;

    /** Throws away drafts begun before that moment: whoever wrote them is gone, and nobody was told that they were taken. */
    void deleteDraftsBefore(Instant moment) throws IOException;

    /** Takes a blob out of the way without losing it: it can't be opened, but be taken back. */
    void quarantine(UUID name) throws IOException;

    /** Back from quarantine. */
    void takeBack(UUID name) throws IOException;

    /** What was quarantined before that moment and not taken back. */
    List<UUID> quarantinedBefore(Instant moment) throws IOException;

    /** Whose store it is; empty if nobody has said yet. */
    Optional<UUID> mark() throws IOException;

    /** Says whose store it is, for good. */
    void mark(UUID database) throws IOException;

    /** Where it is, in words for whoever runs the service, and how the mark is written by hand. */
    Directions directions();

    record Directions(String place, String markCommand) {}

    /** Bytes that are written but don't count yet. */
    interface Draft extends AutoCloseable {

        OutputStream out();

        /** Makes them last: after this they survive a power cut. @throws StoreFailure if they can't be made to */
        void keep() throws StoreFailure;

        /** Throws away what was not kept. */
        @Override
        void close() throws IOException;
    }
}
