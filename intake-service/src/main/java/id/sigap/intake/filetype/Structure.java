package id.sigap.intake.filetype;

import java.util.Optional;

/** Reads a file as it passes by, holding no more of it than a header, and knows at its end what it was. */
public interface Structure {

    /** Why nobody will be able to look at it. */
    enum Flaw {
        /** Its end is missing. */
        CUT_OFF,
        /** It opens with a password only. */
        LOCKED
    }

    void pass(byte[] bytes, int length);

    /** At its end. */
    Optional<Flaw> flaw();

    /** At its end: a container may hold film or sound. */
    FileType type();

    /** Nothing is looked for. */
    record Unread(FileType type) implements Structure {

        @Override
        public void pass(byte[] bytes, int length) {
            // every end is a good one
        }

        @Override
        public Optional<Flaw> flaw() {
            return Optional.empty();
        }
    }
}
