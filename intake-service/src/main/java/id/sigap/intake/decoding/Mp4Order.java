package id.sigap.intake.decoding;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An MP4 whose index comes before the sound. Phones write the index last, when the call is over; who reads from a pipe can't jump to it.
 * (ISO/IEC 14496-12: boxes with a size and a name; {@code moov} is the index, {@code mdat} the sound, {@code stco} and {@code co64} say where
 * each piece of it begins in the file.) Only the index is ever held in memory.
 */
final class Mp4Order {

    private static final int HEADER = 8;
    /** That of 24 hours of speech has 20 MB; a file of 25 MB holds no such call. */
    private static final int LONGEST_INDEX = 8 * 1024 * 1024;
    /** moov, trak, mdia, minf, stbl, and its tables. */
    private static final int DEEPEST = 8;

    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");

    /** Leaves every file as it is. */
    static final Mp4Order AS_IT_IS = new Mp4Order(null);

    /** Null if the index comes first, or there is none. */
    private final Late late;

    private Mp4Order(Late late) {
        this.late = late;
    }

    /**
     * Reads where a file's index is.
     *
     * @throws Undecodable if it is no MP4
     */
    static Mp4Order of(Original original) throws IOException {
        try (InputStream in = original.open()) {
            return new Mp4Order(late(new Boxes(in)));
        } catch (EOFException | BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            throw new Undecodable();
        }
    }

    /** Writes that file with its index first; the same bytes if it is so already. @param in the same file, from its beginning */
    void write(InputStream in, OutputStream out) throws IOException {
        if (late != null) {
            copy(in, out, late.sound);
            out.write(late.index);
            copy(in, out, late.from - late.sound);
            in.skipNBytes(late.index.length);
        }
        in.transferTo(out);
    }

    /** An index that comes after the sound. @param sound where that begins @param from where the index began */
    private record Late(long sound, long from, byte[] index) {}

    private record Box(String name, long size, int header) {}

    /** Null if the index comes first, or there is none. */
    private static Late late(Boxes boxes) throws IOException {
        long sound = -1;
        for (Box box = boxes.next(); box != null; box = boxes.next()) {
            if (box.name.equals("mdat") && sound < 0) {
                sound = boxes.from;
            } else if (box.name.equals("moov")) {
                return sound < 0 ? null : moved(sound, boxes.from, boxes.whole(box));
            }
            if (!boxes.pass(box)) {
                return null;
            }
        }
        return null;
    }

    private static Late moved(long sound, long from, byte[] index) {
        ByteBuffer patched = ByteBuffer.wrap(index);
        shift(patched, 0, index.length, new Move(sound, from, index.length), DEEPEST);
        return new Late(sound, from, index);
    }

    /** What lay between {@code from} and {@code to} comes to lie {@code by} bytes later. */
    private record Move(long from, long to, int by) {

        long of(long offset) {
            return offset >= from && offset < to ? offset + by : offset;
        }
    }

    private static void shift(ByteBuffer index, int start, int end, Move move, int depth) {
        if (depth == 0) {
            throw new IllegalArgumentException("boxes in boxes without an end");
        }
        for (int at = start; at + HEADER <= end; ) {
            Box box = box(index.slice(at, end - at), end - at);
            int next = at + (int) box.size;
            if (ON_THE_WAY.contains(box.name)) {
                shift(index, at + box.header, next, move, depth - 1);
            } else if (box.name.equals("stco")) {
                shiftEntries(index, at + box.header, next, Integer.BYTES, move);
            } else if (box.name.equals("co64")) {
                shiftEntries(index, at + box.header, next, Long.BYTES, move);
            }
            at = next;
        }
    }

    private static void shiftEntries(ByteBuffer index, int table, int end, int width, Move move) {
        int entries = table + HEADER; // version and flags, then the count
        int count = index.getInt(entries - Integer.BYTES);
        if (count < 0 || (long) count * width > end - entries) {
            throw new IllegalArgumentException("more entries than room");
        }
        for (int place = entries; place < entries + count * width; place += width) {
            if (width == Long.BYTES) {
                index.putLong(place, move.of(index.getLong(place)));
            } else {
                index.putInt(place, (int) move.of(Integer.toUnsignedLong(index.getInt(place))));
            }
        }
    }

    /** Its size never leads out of what it stands in. */
    private static Box box(ByteBuffer header, long room) {
        long size = Integer.toUnsignedLong(header.getInt(0));
        int length = HEADER;
        if (size == 1) { // the size follows in 64 bits
            size = header.getLong(HEADER);
            length += Long.BYTES;
        } else if (size == 0) { // to the end
            size = room;
        }
        if (size < length || size > room) {
            throw new IllegalArgumentException("a box that is larger than what it stands in");
        }
        byte[] name = new byte[Integer.BYTES];
        header.get(Integer.BYTES, name);
        return new Box(new String(name, StandardCharsets.ISO_8859_1), size, length);
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    /** A file's own boxes, one after the other. */
    private static final class Boxes {

        private final InputStream in;
        private byte[] header = {};
        /** Where the last one began. */
        private long from;

        private long at;

        Boxes(InputStream in) {
            this.in = in;
        }

        /** Null at the end. */
        Box next() throws IOException {
            from = at;
            header = in.readNBytes(HEADER);
            if (header.length < HEADER) {
                return null;
            }
            if (ByteBuffer.wrap(header).getInt() == 1) {
                byte[] wide = in.readNBytes(Long.BYTES);
                header = ByteBuffer.allocate(HEADER + wide.length)
                        .put(header)
                        .put(wide)
                        .array();
            }
            at += header.length;
            return box(ByteBuffer.wrap(header), Long.MAX_VALUE - from);
        }

        /** False if the file ends in it. */
        boolean pass(Box box) throws IOException {
            long rest = box.size - header.length;
            at += rest;
            try {
                in.skipNBytes(rest);
                return true;
            } catch (EOFException _) {
                return false;
            }
        }

        /** With its header. */
        byte[] whole(Box box) throws IOException {
            if (box.size > LONGEST_INDEX) {
                throw new IllegalArgumentException("an index that no recording has");
            }
            int rest = (int) box.size - header.length;
            byte[] payload = in.readNBytes(rest);
            if (payload.length < rest) {
                throw new EOFException();
            }
            return ByteBuffer.allocate((int) box.size).put(header).put(payload).array();
        }
    }
}
