package id.sigap.events;

import java.util.UUID;

/** The 36-character form of a UUID. {@link UUID#fromString} also takes {@code 1-1-1-1-1}, which no schema and no database does. */
public final class CanonicalUuid {

    private CanonicalUuid() {}

    /** @throws IllegalArgumentException if {@code text} is not a UUID of 36 characters */
    public static UUID parse(String text) {
        if (text == null || text.length() != 36) {
            throw new IllegalArgumentException("not a UUID");
        }
        return UUID.fromString(text);
    }
}
