package id.sigap.intake.evidence;

import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * What an uploader says a file is: only ever compared with what its bytes say.
 *
 * @param mediaType of the Content-Type header; empty if it says nothing
 * @param extension of the file's name, lower case; the name itself is not kept
 */
public record Declared(Optional<String> mediaType, Optional<String> extension) {

    private static final Set<String> SAYS_NOTHING =
            Set.of("application/octet-stream", "binary/octet-stream", "application/x-www-form-urlencoded");
    private static final Pattern EXTENSION = Pattern.compile("filename\\*?=.*?\\.([A-Za-z0-9]{1,8})[\"'\\s]*(?:;|$)");
    private static final Pattern NAMED = Pattern.compile("\\.([A-Za-z0-9]{1,8})\\s*$");
    /** Containers that may hold sound only; many phones record calls so. */
    private static final Set<String> MP4_CONTAINERS = Set.of("video/mp4", "application/mp4", "video/quicktime");

    /** @param contentDisposition the header of that name; null without one */
    public static Declared of(String contentType, String contentDisposition) {
        Optional<String> mediaType = Optional.ofNullable(contentType)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty() && !SAYS_NOTHING.contains(type));
        return new Declared(mediaType, extension(contentDisposition));
    }

    /** @param fileName null without one */
    static Declared named(String contentType, String fileName) {
        return new Declared(
                of(contentType, null).mediaType(), Optional.ofNullable(fileName).flatMap(name -> found(NAMED, name)));
    }

    /** As {@link #written}. */
    static Declared parse(String text) {
        String[] parts = text.split("\n", 2);
        return new Declared(
                Optional.of(parts[0]).filter(type -> !type.isEmpty()),
                Optional.of(parts[1]).filter(extension -> !extension.isEmpty()));
    }

    /** Both, a line each: a type as it came in a header has no line ends. */
    String written() {
        return mediaType.orElse("").replaceAll("\\s", "") + "\n" + extension.orElse("");
    }

    private static Optional<String> extension(String contentDisposition) {
        return Optional.ofNullable(contentDisposition).flatMap(header -> found(EXTENSION, header));
    }

    private static Optional<String> found(Pattern extension, String text) {
        Matcher matcher = extension.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * The type by content.
     *
     * @param head the file's first bytes
     * @throws Refusal 415 if such files are not taken, or the file is not what it is said to be
     */
    EvidenceType check(byte[] head) {
        String found = byContent(head);
        EvidenceType type = EvidenceType.ofMediaType(found)
                .or(() -> soundIn(found))
                .orElseThrow(() ->
                        new Refusal(Status.UNSUPPORTED_MEDIA_TYPE, "evidence-type-not-taken", EvidenceType.names()));
        boolean contradicted = mediaType.filter(said -> !type.isCalled(said)).isPresent()
                || extension.filter(said -> !type.hasExtension(said)).isPresent();
        if (contradicted) {
            throw new Refusal(Status.UNSUPPORTED_MEDIA_TYPE, "evidence-type-contradicted", type.mediaType());
        }
        return type;
    }

    private Optional<EvidenceType> soundIn(String container) {
        boolean saidToBeSound = mediaType.filter(EvidenceType.M4A::isCalled).isPresent()
                || extension.filter("m4a"::equals).isPresent();
        return saidToBeSound && MP4_CONTAINERS.contains(container) ? Optional.of(EvidenceType.M4A) : Optional.empty();
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
