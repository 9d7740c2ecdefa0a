package id.sigap.intake.filetype;

import java.util.Optional;

/**
 * JPEG: segments that begin with 0xFF and a marker and say how long they are; after a start of scan comes the picture itself, in which 0xFF stands
 * before 0 or a restart marker only. A thumbnail in a segment has an end of its own, so that looking for the end mark alone would not do.
 */
final class JpegSegments implements Structure {

    private static final int MARK = 0xFF;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int TEMPORARY = 0x01;

    private enum Place {
        BETWEEN,
        MARKER,
        LENGTH_HIGH,
        LENGTH_LOW,
        SCAN,
        END
    }

    private Place place = Place.BETWEEN;
    private int marker;
    private int lengthHigh;
    private int skip;

    @Override
    public void pass(byte[] bytes, int length) {
        for (int at = 0; at < length && place != Place.END; at++) {
            if (skip > 0) {
                int step = Math.min(skip, length - at);
                skip -= step;
                at += step - 1;
            } else {
                read(bytes[at] & 0xFF);
            }
        }
    }

    private void read(int next) {
        switch (place) {
            case BETWEEN, SCAN -> {
                if (next == MARK) {
                    place = Place.MARKER;
                }
            }
            case MARKER -> mark(next);
            case LENGTH_HIGH -> {
                lengthHigh = next << 8;
                place = Place.LENGTH_LOW;
            }
            case LENGTH_LOW -> {
                skip = Math.max(0, lengthHigh + next - 2);
                place = marker == START_OF_SCAN ? Place.SCAN : Place.BETWEEN;
            }
            case END -> {}
        }
    }

    private void mark(int next) {
        boolean inScan = marker == START_OF_SCAN;
        if (next == END_OF_IMAGE) {
            place = Place.END;
        } else if (inScan && (next == 0 || next >= FIRST_RESTART && next <= LAST_RESTART)) {
            place = Place.SCAN;
        } else if (next == MARK) {
            place = Place.MARKER; // filling
        } else if (next == START_OF_IMAGE || next == TEMPORARY || next == 0) {
            place = Place.BETWEEN;
        } else {
            marker = next;
            place = Place.LENGTH_HIGH;
        }
    }

    @Override
    public Optional<Flaw> flaw() {
        return place == Place.END ? Optional.empty() : Optional.of(Flaw.CUT_OFF);
    }

    @Override
    public FileType type() {
        return FileType.JPEG;
    }
}
