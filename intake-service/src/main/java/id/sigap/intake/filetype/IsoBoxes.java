package id.sigap.intake.filetype;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;

/**
 * The boxes of ISO/IEC 14496-12, in which MP4, MOV, 3GP, HEIC and AVIF come: {@code moov} or {@code meta} is the index, {@code mdat} what it
 * leads to, {@code hdlr} inside says whether a track is film or sound.
 */
final class IsoBoxes extends Headers {

    private static final int HEADER = 8;
    private static final int WIDE = 16;
    /** Of {@code hdlr}, up to the handler's name. */
    private static final int HANDLER = 12;

    private static final Set<String> ON_THE_WAY = Set.of("trak", "mdia");

    private final FileType seen;
    private final Set<String> indexes;
    private boolean indexed;
    private String outermost = "";
    private long outermostEnd;
    private boolean film;
    private boolean sound;
    private long handlersRest = -1;

    /** @param indexes of which one must be there */
    IsoBoxes(FileType seen, String... indexes) {
        super(0, HEADER);
        this.seen = seen;
        this.indexes = Set.of(indexes);
    }

    @Override
    void read(ByteBuffer header) {
        if (handlersRest >= 0) {
            handler(name(header, HEADER));
        } else if (header.getInt(0) == 1 && header.limit() == HEADER) {
            more(WIDE); // the size follows in 64 bits
        } else {
            box(name(header, Integer.BYTES), rest(header));
        }
    }

    /** How long the box still is; negative makes no sense. */
    private static long rest(ByteBuffer header) {
        if (header.limit() == WIDE) {
            return header.getLong(HEADER) - WIDE;
        }
        long size = Integer.toUnsignedLong(header.getInt(0));
        return size == 0 ? THE_REST : size - HEADER;
    }

    private void box(String name, long rest) {
        boolean outer = at() > outermostEnd;
        if (outer) {
            outermost = name;
            outermostEnd = rest < 0 || rest >= THE_REST - at() ? at() : at() + rest;
            indexed |= indexes.contains(name);
        }
        boolean inMovie = outermost.equals("moov");
        if (rest < 0) {
            next(THE_REST, HEADER);
        } else if (outer && inMovie || inMovie && ON_THE_WAY.contains(name)) {
            next(0, HEADER);
        } else if (inMovie && name.equals("hdlr") && rest >= HANDLER) {
            handlersRest = rest - HANDLER;
            next(0, HANDLER);
        } else {
            next(rest, HEADER);
        }
    }

    private void handler(String name) {
        film |= name.equals("vide");
        sound |= name.equals("soun");
        next(handlersRest, HEADER);
        handlersRest = -1;
    }

    /** What phones append behind the last box that counts is no reason to refuse. */
    @Override
    public Optional<Flaw> flaw() {
        boolean inTheMiddle = at() < outermostEnd && (indexes.contains(outermost) || outermost.equals("mdat"));
        return indexed && !inTheMiddle ? Optional.empty() : Optional.of(Flaw.CUT_OFF);
    }

    @Override
    public FileType type() {
        boolean onlySound = sound && !film;
        return switch (seen) {
            case MP4, MOV -> onlySound ? FileType.M4A : seen;
            case FILM_3GP -> onlySound ? FileType.SOUND_3GP : seen;
            default -> seen;
        };
    }
}
