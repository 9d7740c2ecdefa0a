package id.sigap.intake.filetype;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/** What a file is, by its first bytes. Its name and what its sender says of it don't count: phones get both wrong. */
public final class Recognition {

    /** Enough for every type that is taken to show itself. */
    public static final int HEAD = 64 * 1024;

    private static final int BRANDS_AT = 8;
    private static final int BRAND = 4;
    private static final int MOST_BRANDS = 64;
    private static final int ADTS_HEADER = 7;

    private static final Set<String> HEIF = Set.of(
            "heic", "heix", "heim", "heis", "hevc", "hevx", "hevm", "hevs", "mif1", "mif2", "msf1", "avci", "avcs");
    private static final Set<String> AV1 = Set.of("avif", "avis");
    private static final Set<String> APPLE_SOUND = Set.of("M4A ", "M4B ", "M4P ");
    /** JPEG 2000 and raw photos, in the same boxes. */
    private static final Set<String> NOT_TAKEN = Set.of("jp2 ", "jpx ", "jpm ", "mjp2", "crx ");

    private Recognition() {}

    /** Empty if such files are not taken. What an MP4 holds, film or sound, only the whole of it says: {@link Structure#type()}. */
    public static Optional<FileType> of(byte[] head) {
        if (head.length >= BRANDS_AT + BRAND && text(head, BRAND).equals("ftyp")) {
            return ofBrand(head);
        }
        return isAdts(head) ? Optional.of(FileType.AAC) : FileType.ofMediaType(byContent(head));
    }

    private static Optional<FileType> ofBrand(byte[] head) {
        String major = text(head, BRANDS_AT);
        if (NOT_TAKEN.contains(major)) {
            return Optional.empty();
        }
        Set<String> brands = brands(head);
        // a picture has brands that no film has; which stands first is up to its maker
        boolean picture = brands.stream().anyMatch(HEIF::contains);
        if (AV1.contains(major) || picture && brands.stream().anyMatch(AV1::contains)) {
            return Optional.of(FileType.AVIF);
        }
        if (picture) {
            return Optional.of(FileType.HEIC);
        }
        if (APPLE_SOUND.contains(major)) {
            return Optional.of(FileType.M4A);
        }
        if (major.equals("qt  ")) {
            return Optional.of(FileType.MOV);
        }
        return Optional.of(major.startsWith("3g") ? FileType.FILM_3GP : FileType.MP4);
    }

    /** AAC without a container: frames that begin with twelve bits set and layer 0, each saying in 13 bits how long it is. */
    private static boolean isAdts(byte[] head) {
        if (!isFrame(head, 0)) {
            return false;
        }
        int length = (head[3] & 0x03) << 11 | (head[4] & 0xFF) << 3 | (head[5] & 0xFF) >> 5;
        return isFrame(head, length) || length >= head.length;
    }

    private static boolean isFrame(byte[] head, int at) {
        return at + ADTS_HEADER <= head.length && head[at] == (byte) 0xFF && (head[at + 1] & 0xF6) == 0xF0;
    }

    /** With which others a file can be read, the first one included. */
    private static Set<String> brands(byte[] head) {
        long size = (head[0] & 0xFFL) << 24 | (head[1] & 0xFF) << 16 | (head[2] & 0xFF) << 8 | head[3] & 0xFF;
        int end = (int) Math.min(Math.min(size, head.length), BRANDS_AT + (long) MOST_BRANDS * BRAND);
        return IntStream.iterate(BRANDS_AT, at -> at + BRAND <= end, at -> at + BRAND)
                .mapToObj(at -> text(head, at))
                .collect(Collectors.toSet());
    }

    private static String text(byte[] head, int at) {
        return new String(head, at, BRAND, StandardCharsets.ISO_8859_1);
    }

    private static String byContent(byte[] head) {
        try {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(head), new Metadata())
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can be read", e);
        }
    }
}
