package id.sigap.intake.filetype;

import java.nio.ByteBuffer;
import java.util.Optional;

/** PNG: a signature, then chunks of length, name, data and checksum; {@code IEND} is the last. */
final class PngChunks extends Headers {

    private static final int SIGNATURE = 8;
    private static final int HEADER = 8;
    private static final int CHECKSUM = 4;

    private boolean ended;

    PngChunks() {
        super(SIGNATURE, HEADER);
    }

    @Override
    void read(ByteBuffer header) {
        ended |= name(header, Integer.BYTES).equals("IEND");
        next(ended ? THE_REST : Integer.toUnsignedLong(header.getInt(0)) + CHECKSUM, HEADER);
    }

    @Override
    public Optional<Flaw> flaw() {
        return ended ? Optional.empty() : Optional.of(Flaw.CUT_OFF);
    }

    @Override
    public FileType type() {
        return FileType.PNG;
    }
}
