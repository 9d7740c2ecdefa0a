package id.sigap.intake.filetype;

import java.util.Arrays;

/** What a file is, and whether all of it is there: pictures' heads, boxes, documents. */
public final class FileTypeFuzz {

    private FileTypeFuzz() {}

    public static void fuzzerTestOneInput(byte[] data) {
        Recognition.of(data);
        for (FileType type : FileType.values()) {
            Structure whole = passed(type, data, Math.max(1, data.length));
            Structure inPieces = passed(type, data, 3);
            if (!whole.flaw().equals(inPieces.flaw()) || whole.type() != inPieces.type()) {
                throw new IllegalStateException(type + " depends on how it comes");
            }
        }
    }

    private static Structure passed(FileType type, byte[] file, int step) {
        Structure structure = type.structure();
        for (int at = 0; at < file.length; at += step) {
            byte[] some = Arrays.copyOfRange(file, at, Math.min(file.length, at + step));
            structure.pass(some, some.length);
        }
        return structure;
    }
}
