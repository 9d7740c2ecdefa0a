package id.sigap.intake.recording;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An MP4 whose index comes before the sound. Phones write the index last, when the call is over; who reads from a pipe can't jump to it.
 * (ISO/IEC 14496-12: boxes with a size and a name; {@code moov} is the index, {@code mdat} the sound, {@code stco} and {@code co64} say where
 * each piece of it begins in the file.)
 */
final class Mp4Order {

    private static final int HEADER = 8;
    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");

    private final ByteBuffer file;

    private Mp4Order(byte[] file) {
        this.file = ByteBuffer.wrap(file);
    }

    /** The same recording, index first; the same bytes if it is so already. @throws Loudness.Undecodable if it is no MP4 */
    static byte[] indexFirst(byte[] recording) throws IOException {
        try {
            return new Mp4Order(recording).reordered();
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            throw new Loudness.Undecodable();
        }
    }

    private record Box(String name, int start, int end, int header) {}

    private byte[] reordered() {
        Box sound = null;
        for (int at = 0; at + HEADER <= file.limit(); ) {
            Box box = box(at, file.limit());
            if (box.name.equals("mdat") && sound == null) {
                sound = box;
            } else if (box.name.equals("moov")) {
                return sound == null ? file.array() : moved(sound, box);
            }
            at = box.end;
        }
        return file.array();
    }

    private Box box(int at, int limit) {
        long size = Integer.toUnsignedLong(file.getInt(at));
        int header = HEADER;
        if (size == 1) { // the size follows in 64 bits
            size = file.getLong(at + HEADER);
            header += Long.BYTES;
        } else if (size == 0) { // to the end
            size = limit - at;
        }
        if (size < header || at + size > limit) {
            throw new IllegalArgumentException("a box that is larger than what it stands in");
        }
        byte[] name = new byte[4];
        file.get(at + 4, name);
        return new Box(new String(name, StandardCharsets.ISO_8859_1), at, (int) (at + size), header);
    }

    private byte[] moved(Box sound, Box index) {
        int length = index.end - index.start;
        shift(index, sound.start, index.start, length);
        var moved = ByteBuffer.allocate(file.limit());
        moved.put(file.slice(0, sound.start));
        moved.put(file.slice(index.start, length));
        moved.put(file.slice(sound.start, index.start - sound.start));
        moved.put(file.slice(index.end, file.limit() - index.end));
        return moved.array();
    }

    /** What lay between {@code from} and {@code to} comes to lie {@code by} bytes later. */
    private void shift(Box parent, int from, int to, int by) {
        for (int at = parent.start + parent.header; at + HEADER <= parent.end; ) {
            Box box = box(at, parent.end);
            if (ON_THE_WAY.contains(box.name)) {
                shift(box, from, to, by);
            } else if (box.name.equals("stco") || box.name.equals("co64")) {
                shiftEntries(box, from, to, by);
            }
            at = box.end;
        }
    }

    private void shiftEntries(Box table, int from, int to, int by) {
        boolean wide = table.name.equals("co64");
        int entries = table.start + table.header + 8; // version and flags, then the count
        int count = file.getInt(entries - 4);
        if (count < 0 || (long) count * (wide ? 8 : 4) > table.end - entries) {
            throw new IllegalArgumentException("more entries than room");
        }
        for (int i = 0; i < count; i++) {
            int place = entries + i * (wide ? 8 : 4);
            long offset = wide ? file.getLong(place) : Integer.toUnsignedLong(file.getInt(place));
            if (offset >= from && offset < to) {
                if (wide) {
                    file.putLong(place, offset + by);
                } else {
                    file.putInt(place, (int) (offset + by));
                }
            }
        }
    }
}
