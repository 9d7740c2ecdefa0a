package id.sigap.intake.filetype;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of files that are taken: the one list that a page's picker, the sentence beside it and the check at the door all go by. */
public enum FileType {
    JPEG(Form.PICTURE, "image/jpeg", List.of("jpg", "jpeg", "jfif")),
    PNG(Form.PICTURE, "image/png", List.of("png")),
    WEBP(Form.PICTURE, "image/webp", List.of("webp")),
    HEIC(
            Form.PICTURE,
            "image/heic",
            List.of("heic", "heif"),
            "image/heif",
            "image/heic-sequence",
            "image/heif-sequence"),
    AVIF(Form.PICTURE, "image/avif", List.of("avif")),
    MP3(Form.SOUND, "audio/mpeg", List.of("mp3")),
    M4A(Form.SOUND, "audio/mp4", List.of("m4a"), "audio/x-m4a"),
    AAC(Form.SOUND, "audio/aac", List.of("aac"), "audio/x-aac"),
    AMR(Form.SOUND, "audio/amr", List.of("amr", "awb"), "audio/amr-wb"),
    SOUND_3GP(Form.SOUND, "audio/3gpp", List.of("3gp", "3ga")),
    OGG(
            Form.SOUND,
            "audio/ogg",
            List.of("ogg", "oga", "opus"),
            "audio/opus",
            "audio/vorbis",
            "application/ogg",
            "audio/x-oggflac"),
    WAV(Form.SOUND, "audio/wav", List.of("wav"), "audio/vnd.wave", "audio/x-wav"),
    MP4(Form.FILM, "video/mp4", List.of("mp4")),
    MOV(Form.FILM, "video/quicktime", List.of("mov")),
    FILM_3GP(Form.FILM, "video/3gpp", List.of("3gp")),
    PDF(Form.DOCUMENT, "application/pdf", List.of("pdf"));

    /** What people do with it: look, listen, watch, read. */
    public enum Form {
        PICTURE,
        SOUND,
        FILM,
        DOCUMENT
    }

    private final Form form;
    private final String mediaType;
    private final List<String> extensions;
    private final Set<String> otherNames;

    FileType(Form form, String mediaType, List<String> extensions, String... otherNames) {
        this.form = form;
        this.mediaType = mediaType;
        this.extensions = extensions;
        this.otherNames = Set.of(otherNames);
    }

    /** @param name a media type, as anybody writes it */
    public static Optional<FileType> ofMediaType(String name) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(name) || type.otherNames.contains(name))
                .findFirst();
    }

    /** What a page's picker offers. */
    public static String accept(Set<FileType> types) {
        return types.stream()
                .flatMap(type -> Stream.concat(
                        Stream.of(type.mediaType), type.extensions.stream().map(name -> "." + name)))
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Those of one form, as people call them, separated by commas. */
    public static String names(Set<FileType> types, Form form) {
        return types.stream()
                .filter(type -> type.form == form)
                .map(FileType::label)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public Form form() {
        return form;
    }

    public String mediaType() {
        return mediaType;
    }

    /** As people call it. */
    public String label() {
        return this == SOUND_3GP || this == FILM_3GP ? "3GP" : name();
    }

    /** The usual ending of a file's name, without the dot. */
    public String extension() {
        return extensions.getFirst();
    }

    /** What reads such a file while it passes by. */
    public Structure structure() {
        return switch (this) {
            case JPEG -> new JpegSegments();
            case PNG -> new PngChunks();
            case WEBP -> new RiffLength();
            // a sequence of pictures has its index where a film has it
            case HEIC, AVIF -> new IsoBoxes(this, "meta", "moov");
            case M4A, MP4, MOV, SOUND_3GP, FILM_3GP -> new IsoBoxes(this, "moov");
            case PDF -> new PdfEnds();
            // what there is of a recording that was cut can be heard
            case MP3, AAC, AMR, OGG, WAV -> new Structure.Unread(this);
        };
    }
}
