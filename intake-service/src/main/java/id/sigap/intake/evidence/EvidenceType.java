package id.sigap.intake.evidence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The kinds of files that are taken: call recordings, photos, documents. */
enum EvidenceType {
    MP3("audio/mpeg", Set.of("mp3"), Set.of("audio/mp3")),
    OGG(
            "audio/ogg",
            Set.of("ogg", "oga", "opus"),
            Set.of("audio/opus", "audio/vorbis", "application/ogg", "audio/x-oggflac")),
    M4A("audio/mp4", Set.of("m4a", "mp4"), Set.of("audio/x-m4a", "audio/m4a", "audio/aac")),
    WAV("audio/wav", Set.of("wav"), Set.of("audio/vnd.wave", "audio/x-wav", "audio/wave")),
    AMR("audio/amr", Set.of("amr"), Set.of("audio/amr-nb", "audio/amr-wb")),
    JPEG("image/jpeg", Set.of("jpg", "jpeg"), Set.of("image/jpg")),
    PNG("image/png", Set.of("png"), Set.of()),
    WEBP("image/webp", Set.of("webp"), Set.of()),
    HEIC("image/heic", Set.of("heic", "heif"), Set.of("image/heif")),
    PDF("application/pdf", Set.of("pdf"), Set.of());

    private final String mediaType;
    private final Set<String> extensions;
    private final Set<String> otherNames;

    EvidenceType(String mediaType, Set<String> extensions, Set<String> otherNames) {
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.otherNames = otherNames;
    }

    static Optional<EvidenceType> ofMediaType(String name) {
        return Arrays.stream(values()).filter(type -> type.isCalled(name)).findFirst();
    }

    /** As people call them, separated by commas. */
    static String names() {
        return Arrays.stream(values()).map(EvidenceType::name).collect(Collectors.joining(", "));
    }

    boolean isCalled(String name) {
        return mediaType.equals(name) || otherNames.contains(name);
    }

    boolean hasExtension(String extension) {
        return extensions.contains(extension);
    }

    String mediaType() {
        return mediaType;
    }

    /** The usual ending of a file's name, without the dot. */
    String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
