package id.sigap.intake.derivative;

import id.sigap.intake.decoding.Ffmpeg;
import id.sigap.intake.decoding.HeifConvert;
import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Sandbox.Outcome;
import id.sigap.intake.filetype.FileType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is made of which type, and by which program. A picture is never shown as it came: its header may say any size, and it tells where it was
 * taken. Nor is a recording or a film played as it came: its decoder would be the officer's browser, and it, too, may tell where and by whom.
 */
@ApplicationScoped
class Studio {

    private final Ffmpeg ffmpeg;
    private final HeifConvert heif;

    Studio(Ffmpeg ffmpeg, HeifConvert heif) {
        this.ffmpeg = ffmpeg;
        this.heif = heif;
    }

    /** The media type of what is made of it; empty for what is only saved. */
    static Optional<String> product(FileType type) {
        return switch (type) {
            case JPEG, PNG, WEBP -> Optional.of(type.mediaType());
            case HEIC, AVIF -> Optional.of("image/jpeg");
            case MP3, M4A, AAC, AMR, SOUND_3GP, OGG, WAV -> Optional.of("audio/mpeg");
            case MP4, MOV, FILM_3GP -> Optional.of("video/mp4");
            case PDF -> Optional.empty();
        };
    }

    /** The types that can be made here. */
    Set<FileType> able() {
        return Arrays.stream(FileType.values())
                .filter(type -> product(type).isPresent())
                .filter(this::isAble)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean isAble(FileType type) {
        return switch (type) {
            case HEIC, AVIF -> heif.takes(type.mediaType());
            default -> ffmpeg.takes(type.mediaType());
        };
    }

    /** @throws id.sigap.intake.decoding.Undecodable if nothing can be made of it */
    <T> T make(FileType type, Original original, Outcome<T> outcome) throws IOException {
        return switch (type) {
            case HEIC, AVIF -> heif.jpeg(original, outcome);
            case JPEG, PNG, WEBP -> ffmpeg.picture(type.mediaType(), original, outcome);
            case MP3, M4A, AAC, AMR, SOUND_3GP, OGG, WAV -> ffmpeg.mp3(type.mediaType(), original, outcome);
            case MP4, MOV, FILM_3GP -> ffmpeg.film(type.mediaType(), original, outcome);
            case PDF -> throw new IllegalArgumentException(type + " is not made into anything");
        };
    }
}
