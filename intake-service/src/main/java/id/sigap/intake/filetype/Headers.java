package id.sigap.intake.filetype;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A file of headers, each of which says how far the next one is. Lengths are only ever counted down: none sizes anything. */
abstract class Headers implements Structure {

    /** Beyond the end of any file. */
    static final long THE_REST = Long.MAX_VALUE;

    private static final int LONGEST = 16;

    private final byte[] header = new byte[LONGEST];
    private int have;
    private int want;
    private long skip;
    private long at;

    /** @param skip what stands before the first header @param want how long that is */
    Headers(long skip, int want) {
        next(skip, want);
    }

    @Override
    public final void pass(byte[] bytes, int length) {
        for (int from = 0; from < length; ) {
            int step;
            if (skip > 0) {
                step = (int) Math.min(skip, length - from);
                skip -= step;
                at += step;
            } else {
                step = Math.min(want - have, length - from);
                System.arraycopy(bytes, from, header, have, step);
                have += step;
                at += step;
                if (have == want) {
                    read(ByteBuffer.wrap(header, 0, have));
                }
            }
            from += step;
        }
    }

    /** One header, in full. Ends with {@link #next} or {@link #more}. */
    abstract void read(ByteBuffer header);

    /** @param skip until the next header, not negative @param want how long that is */
    final void next(long skip, int want) {
        this.skip = skip;
        this.want = want;
        this.have = 0;
    }

    /** The same header turns out to be so long. */
    final void more(int want) {
        this.want = want;
    }

    /** How much has passed. */
    final long at() {
        return at;
    }

    static String name(ByteBuffer header, int at) {
        byte[] name = new byte[Integer.BYTES];
        header.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
