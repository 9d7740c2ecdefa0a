package id.sigap.intake.decoding;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An MP4 whose index comes before the sound. Phones write the index last, when the call is over; who reads from a pipe can't jump to it.
 * (ISO/IEC 14496-12: boxes with a size and a name; {@code moov} is the index, {@code mdat} the sound, {@code stco} and {@code co64} say where
 * each piece of it begins in the file.) Nothing is held of either: the file is read twice where the index comes last.
 */
final class Mp4Order implements Closeable {

    private static final int HEADER = 8;
    private static final int WIDE_HEADER = 16;
    /** moov, trak, mdia, minf, stbl, and its tables. */
    private static final int DEEPEST = 8;

    private static final int BUFFER = 64 * 1024;

    private static final Set<String> ON_THE_WAY = Set.of("moov", "trak", "mdia", "minf", "stbl");

    /** Null if the index comes first, or there is none. */
    private final Late late;

    private final InputStream file;
    /** The same file, for its index. */
    private final InputStream again;

    private Mp4Order(Late late, InputStream file, InputStream again) {
        this.late = late;
        this.file = file;
        this.again = again;
    }

    /** Leaves the file as it is. */
    static Mp4Order asItIs(Original original) throws IOException {
        return new Mp4Order(null, original.open(), InputStream.nullInputStream());
    }

    /**
     * Reads where a file's index is, and that it can be moved.
     *
     * @throws Undecodable if it is no MP4
     */
    static Mp4Order of(Original original) throws IOException {
        Late late = late(original);
        if (late == null) {
            return asItIs(original);
        }
        InputStream file = original.open();
        try {
            return new Mp4Order(late, file, original.open());
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    /** Once: the file with its index first; the same bytes if it is so already. */
    void write(OutputStream out) throws IOException {
        if (late != null) {
            copy(file, out, late.sound);
            again.skipNBytes(late.index);
            var moved = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
            shift(
                    new DataInputStream(new BufferedInputStream(again, BUFFER)),
                    moved,
                    late.length,
                    late.move(),
                    DEEPEST);
            moved.flush();
            copy(file, out, late.index - late.sound);
            file.skipNBytes(late.length);
        }
        file.transferTo(out);
    }

    @Override
    public void close() throws IOException {
        try (file) {
            again.close();
        }
    }

    /** An index that comes after the sound. @param sound where that begins @param index where the index begins */
    private record Late(long sound, long index, long length) {

        Move move() {
            return new Move(sound, index, length);
        }
    }

    /** What lay between {@code from} and {@code to} comes to lie {@code by} bytes later. */
    private record Move(long from, long to, long by) {

        long of(long offset) {
            return offset >= from && offset < to ? offset + by : offset;
        }
    }

    /** @param wide its size takes 64 bits more */
    private record Box(String name, long size, boolean wide) {

        /** Without its header. */
        long payload() {
            return size - (wide ? WIDE_HEADER : HEADER);
        }
    }

    /** Null if the index comes first, or there is none. */
    private static Late late(Original original) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(original.open(), BUFFER))) {
            long sound = -1;
            long at = 0;
            while (!ended(in)) {
                Box box = box(in, nowhere(), Long.MAX_VALUE - at);
                if (box.name.equals("moov")) {
                    return sound < 0 ? null : movable(in, new Late(sound, at, box.size), box.payload());
                }
                if (box.name.equals("mdat") && sound < 0) {
                    sound = at;
                }
                if (!passed(in, box.payload())) {
                    return null;
                }
                at += box.size;
            }
            return null;
        } catch (EOFException _) {
            throw new Undecodable();
        }
    }

    private static Late movable(DataInputStream in, Late late, long payload) throws IOException {
        shift(in, nowhere(), payload, late.move(), DEEPEST - 1);
        return late;
    }

    private static DataOutputStream nowhere() {
        return new DataOutputStream(OutputStream.nullOutputStream());
    }

    /** Fewer bytes than a box has are left. */
    private static boolean ended(InputStream in) throws IOException {
        in.mark(HEADER);
        int left = in.readNBytes(HEADER).length;
        in.reset();
        return left < HEADER;
    }

    private static boolean passed(InputStream in, long bytes) throws IOException {
        try {
            in.skipNBytes(bytes);
            return true;
        } catch (EOFException _) {
            return false;
        }
    }

    /** Copies boxes of so many bytes, with what their tables say put right. */
    private static void shift(DataInputStream in, DataOutputStream out, long bytes, Move move, int depth)
            throws IOException {
        if (depth == 0) {
            throw new Undecodable();
        }
        long left = bytes;
        while (left >= HEADER) {
            Box box = box(in, out, left);
            if (ON_THE_WAY.contains(box.name)) {
                shift(in, out, box.payload(), move, depth - 1);
            } else if (box.name.equals("stco")) {
                shiftEntries(in, out, box.payload(), Integer.BYTES, move);
            } else if (box.name.equals("co64")) {
                shiftEntries(in, out, box.payload(), Long.BYTES, move);
            } else {
                copy(in, out, box.payload());
            }
            left -= box.size;
        }
        copy(in, out, left);
    }

    private static void shiftEntries(DataInputStream in, DataOutputStream out, long bytes, int width, Move move)
            throws IOException {
        if (bytes < HEADER) {
            throw new Undecodable();
        }
        out.writeInt(in.readInt()); // version and flags
        int count = in.readInt();
        out.writeInt(count);
        long entries = (long) count * width;
        if (count < 0 || entries > bytes - HEADER) {
            throw new Undecodable();
        }
        for (int entry = 0; entry < count; entry++) {
            if (width == Long.BYTES) {
                out.writeLong(move.of(in.readLong()));
            } else {
                out.writeInt((int) move.of(Integer.toUnsignedLong(in.readInt())));
            }
        }
        copy(in, out, bytes - HEADER - entries);
    }

    /** A box's header, copied. Its size never leads out of what it stands in. */
    private static Box box(DataInputStream in, DataOutputStream out, long room) throws IOException {
        int said = in.readInt();
        byte[] name = new byte[Integer.BYTES];
        in.readFully(name);
        out.writeInt(said);
        out.write(name);
        long size = Integer.toUnsignedLong(said);
        boolean wide = size == 1; // it follows in 64 bits
        if (wide) {
            size = in.readLong();
            out.writeLong(size);
        } else if (size == 0) { // to the end
            size = room;
        }
        var box = new Box(new String(name, StandardCharsets.ISO_8859_1), size, wide);
        if (size > room || box.payload() < 0) {
            throw new Undecodable();
        }
        return box;
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
