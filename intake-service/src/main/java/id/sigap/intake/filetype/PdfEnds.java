package id.sigap.intake.filetype;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** PDF: {@code %%EOF} stands at its end, and {@code /Encrypt} in the trailer of one that is protected. Nothing of it is opened here. */
final class PdfEnds implements Structure {

    private static final byte[] PROTECTED = "/Encrypt".getBytes(StandardCharsets.US_ASCII);
    private static final String END = "%%EOF";
    /** Readers look so far back, and some programs append something. */
    private static final int TAIL = 2048;

    private final byte[] tail = new byte[TAIL];
    private int kept;
    private int matched;
    private boolean locked;

    @Override
    public void pass(byte[] bytes, int length) {
        for (int at = 0; at < length; at++) {
            look(bytes[at]);
        }
        int fresh = Math.min(length, TAIL);
        int old = Math.min(kept, TAIL - fresh);
        System.arraycopy(tail, kept - old, tail, 0, old);
        System.arraycopy(bytes, length - fresh, tail, old, fresh);
        kept = old + fresh;
    }

    private void look(byte next) {
        if (matched == PROTECTED.length) {
            locked |= !Character.isLetter(next); // and not /EncryptMetadata
            matched = 0;
        }
        if (next == PROTECTED[matched]) {
            matched++;
        } else {
            matched = next == PROTECTED[0] ? 1 : 0;
        }
    }

    @Override
    public Optional<Flaw> flaw() {
        if (!new String(tail, 0, kept, StandardCharsets.ISO_8859_1).contains(END)) {
            return Optional.of(Flaw.CUT_OFF);
        }
        return locked ? Optional.of(Flaw.LOCKED) : Optional.empty();
    }

    @Override
    public FileType type() {
        return FileType.PDF;
    }
}
