package id.sigap.service;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

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
        if (after == null || after.isBlank()) {
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
        throw Refusal.field("after", "bad-cursor");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, keys).getBytes(StandardCharsets.UTF_8));
    }
}
