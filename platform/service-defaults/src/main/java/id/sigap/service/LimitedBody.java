package id.sigap.service;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A body while it is read, up to what its door takes. */
final class LimitedBody extends FilterInputStream {

    private final long largest;
    private long came;

    LimitedBody(InputStream body, long largest) {
        super(body);
        this.largest = largest;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws BodyTooLarge once more came */
    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        came += Math.max(0, read);
        if (came > largest) {
            throw new BodyTooLarge();
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)]));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    /** The server's stream would hold its thread until the sender has said all; what nobody reads is {@link UnreadBodies}' business. */
    @Override
    public void close() {}
}
