package id.sigap.reliable;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A record's key as the shelf keeps it. PostgreSQL's index takes no more than 2,704 bytes, and a stranger's key may be a megabyte.
 *
 * @param subject the key, or its beginning and its SHA-256
 * @param whole the key where {@code subject} is not
 */
record ShelvedKey(String subject, Optional<String> whole) {

    /** Of a key that is looked up, in bytes of UTF-8. Ours have 36. */
    static final int LONGEST = 1_000;

    private static final int BEGINNING = 200;

    static ShelvedKey of(String key) {
        String storable = ShelvedHeaders.withoutNul(key);
        byte[] bytes = storable.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return new ShelvedKey(storable, Optional.empty());
        }
        String beginning = storable.substring(0, storable.offsetByCodePoints(0, BEGINNING));
        return new ShelvedKey(
                beginning + "… sha256:" + HexFormat.of().formatHex(Shelf.digest(bytes)), Optional.of(storable));
    }
}
