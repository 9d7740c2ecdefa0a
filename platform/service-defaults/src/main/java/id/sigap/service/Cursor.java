package id.sigap.service;

import id.sigap.events.CanonicalUuid;
import id.sigap.text.TypedText;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Where a page ended: the sort keys of its last row, opaque to clients.
 *
 * @param keys in the order of the list's ORDER BY
 */
public record Cursor(List<String> keys) {

    private static final String SEPARATOR = "\u001f";

    public static Cursor of(Object... keys) {
        return new Cursor(List.of(keys).stream().map(String::valueOf).toList());
    }

    /**
     * Reads a client's {@code after} parameter; empty for the first page.
     *
     * @param keys how many sort keys the list has
     * @throws Refusal 400 if it was not made by {@link #toString()}
     */
    public static Optional<Cursor> read(String after, int keys) {
        if (TypedText.isBlank(after)) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
            List<String> parts = List.of(plain.split(SEPARATOR, -1));
            if (parts.size() == keys) {
                return Optional.of(new Cursor(parts));
            }
        } catch (IllegalArgumentException _) {
            // falls through to the refusal
        }
        throw refused();
    }

    /** The key at that place. @throws Refusal 400 if it is no UUID */
    public UUID uuid(int place) {
        return key(place, CanonicalUuid::parse);
    }

    /** The key at that place. @throws Refusal 400 if it is no time */
    public Instant time(int place) {
        return key(place, Parameter::storable);
    }

    /** The key at that place. @throws Refusal 400 if it is no whole number */
    public int number(int place) {
        return key(place, Integer::parseInt);
    }

    /** Whoever makes up a cursor can write anything into it. */
    private <T> T key(int place, Function<String, T> reader) {
        try {
            return reader.apply(keys.get(place));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw refused();
        }
    }

    private static Refusal refused() {
        return Refusal.field("after", "bad-cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
