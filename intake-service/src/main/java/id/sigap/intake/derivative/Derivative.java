package id.sigap.intake.derivative;

import java.util.Optional;
import java.util.UUID;

/**
 * How far a piece of evidence is on its way to be shown.
 *
 * @param mediaType of what can be shown; empty unless it is ready
 */
public record Derivative(UUID evidence, State state, Optional<String> mediaType, Optional<Long> sizeBytes) {

    /** <pre>PENDING ─▶ READY or IMPOSSIBLE</pre> */
    public enum State {
        /** It is being made. */
        PENDING,
        /** It can be shown. */
        READY,
        /** Nothing can be shown of it: it is not what it seems, larger than is opened here, or came to nothing in several tries. The original can be saved. */
        IMPOSSIBLE,
        /** The program that would make it is not on this machine. The original can be saved. */
        NO_PROGRAM
    }
}
