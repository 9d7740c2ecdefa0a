package id.sigap.intake.evidence;

import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file, as a request asks for it (RFC 9110): who listens to a recording jumps about in it.
 *
 * @param first of its bytes, from 0
 * @param last of its bytes
 * @param size of the whole file, in bytes
 */
record ByteRange(long first, long last, long size) {

    private static final Pattern ONE_RANGE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /**
     * Empty where the whole file is to be given: nothing was asked for, or nothing that is understood.
     *
     * @param header null without one
     * @throws Refusal 416 if the file has no such bytes
     */
    static Optional<ByteRange> read(String header, long size) {
        Matcher asked = ONE_RANGE.matcher(header == null ? "" : header.strip());
        if (!asked.matches() || asked.group(1).isEmpty() && asked.group(2).isEmpty()) {
            return Optional.empty();
        }
        ByteRange range = asked.group(1).isEmpty()
                ? new ByteRange(Math.max(0, size - Long.parseLong(asked.group(2))), size - 1, size)
                : from(Long.parseLong(asked.group(1)), asked.group(2), size);
        if (range.first > range.last) {
            throw new Refusal(Status.REQUESTED_RANGE_NOT_SATISFIABLE, "no-such-range", size);
        }
        return Optional.of(range);
    }

    private static ByteRange from(long first, String last, long size) {
        return new ByteRange(first, last.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(last)), size);
    }

    long length() {
        return last - first + 1;
    }

    String contentRange() {
        return "bytes " + first + "-" + last + "/" + size;
    }

    /** Those bytes of a file. What stands before them has to be opened too: a file's seal is checked from its beginning. */
    InputStream of(InputStream whole) {
        try {
            whole.skipNBytes(first);
            return new Bounded(whole, length());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(bytes, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
