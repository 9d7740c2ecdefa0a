package id.sigap.intake.filetype;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** WEBP says at its beginning how long it is. */
final class RiffLength extends Headers {

    private static final int HEADER = 8;

    private long length = THE_REST;

    RiffLength() {
        super(0, HEADER);
    }

    @Override
    void read(ByteBuffer header) {
        length = HEADER
                + Integer.toUnsignedLong(header.order(ByteOrder.LITTLE_ENDIAN).getInt(Integer.BYTES));
        next(THE_REST, HEADER);
    }

    @Override
    public Optional<Flaw> flaw() {
        return at() >= length ? Optional.empty() : Optional.of(Flaw.CUT_OFF);
    }

    @Override
    public FileType type() {
        return FileType.WEBP;
    }
}
