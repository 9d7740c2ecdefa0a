package id.sigap.intake.evidence;

import id.sigap.intake.vault.CaseKey;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.UUID;

/** The parts of a file, opened one after the other and read as one. */
final class Joined extends InputStream {

    private final Iterator<UUID> parts;
    private final EvidenceStore store;
    private final CaseKey key;
    private InputStream current = InputStream.nullInputStream();

    Joined(Iterator<UUID> parts, EvidenceStore store, CaseKey key) {
        this.parts = parts;
        this.store = store;
        this.key = key;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = current.read(bytes, offset, length);
        while (read < 0 && parts.hasNext()) {
            current.close();
            UUID part = parts.next();
            current = key.opening(UploadPart.place(part), store.open(part));
            read = current.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        current.close();
    }
}
