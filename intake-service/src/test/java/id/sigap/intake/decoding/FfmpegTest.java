package id.sigap.intake.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.intake.testing.InstalledFfmpeg;
import id.sigap.intake.testing.InstalledHeifConvert;
import id.sigap.intake.testing.SampleFile;
import id.sigap.testing.tools.RequiresTool;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's own ffmpeg and heif-convert, and what they write. */
@Tag("service")
@RequiresTool(InstalledFfmpeg.class)
class FfmpegTest {

    private static final Limits LIMITS = Limits.within(Duration.ofSeconds(20));

    private final Ffmpeg ffmpeg = LIMITS.ffmpegInside();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ffconcat version 1.0\nfile /etc/passwd\n",
                "#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n",
                "RIFF....WAVE"
            })
    void whatPointsElsewhere_isNotFollowed(String trick) {
        // Given
        byte[] recording = trick.getBytes(StandardCharsets.US_ASCII);
        // When, then
        assertThatThrownBy(() -> ffmpeg.samples("audio/ogg", of(recording), InputStream::readAllBytes))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void anIndexThatIsSpoilt_isNoReasonToFail() throws IOException {
        // Given
        byte[] recording = InstalledFfmpeg.call("m4a");
        var dice = RandomGenerator.of("L64X128MixRandom");
        for (int round = 0; round < 2_000; round++) {
            byte[] spoilt = recording.clone();
            for (int i = 0; i < 8; i++) {
                spoilt[dice.nextInt(spoilt.length)] = (byte) dice.nextInt();
            }
            // When, then
            try (Mp4Order file = Mp4Order.of(of(spoilt))) {
                var ordered = new ByteArrayOutputStream();
                file.write(ordered);
                assertThat(ordered.size()).isEqualTo(spoilt.length);
            } catch (Undecodable _) {
                // said so
            }
        }
    }

    /** Where it was taken, by whose phone: what an officer who looks at the picture has no business to know. */
    @Test
    void aPhoto_losesWhatTheCameraWroteBesideIt_andStandsUpright() throws IOException {
        // Given: lying on its side, as a phone's sensor sees it
        byte[] photo = SampleFile.photoTakenAt("-6.2088,106.8456", 640, 480);
        // When
        byte[] shown = ffmpeg.picture("image/jpeg", of(photo), InputStream::readAllBytes);
        // Then
        assertThat(text(photo)).contains("Exif").contains("-6.2088,106.8456");
        assertThat(text(shown))
                .doesNotContain("Exif")
                .doesNotContain("106.8456")
                .doesNotContain("Lavc");
        BufferedImage picture = read(shown);
        assertThat(picture.getWidth()).isEqualTo(480);
        assertThat(picture.getHeight()).isEqualTo(640);
    }

    @Test
    void aLongScreenshot_staysReadable() throws IOException {
        // Given
        byte[] screenshot = SampleFile.png(1080, 15_000);
        // When
        BufferedImage shown = read(ffmpeg.picture("image/png", of(screenshot), InputStream::readAllBytes));
        // Then
        assertThat(shown.getWidth()).isEqualTo(1080);
        assertThat(shown.getHeight()).isEqualTo(15_000);
    }

    @Test
    void aPictureOfMorePixelsThanAnyPhoneTakes_isNotDrawn() {
        // Given: a few bytes that would be half a gigabyte
        byte[] bomb = SampleFile.pngThatClaims(65_535, 65_535);
        Instant begun = Instant.now();
        // When, then
        assertThatThrownBy(() -> ffmpeg.picture("image/png", of(bomb), InputStream::readAllBytes))
                .isInstanceOf(Undecodable.class);
        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"3gp, audio/3gpp", "aac, audio/aac", "amr, audio/amr"})
    void whatAndroidRecords_becomesAnMp3(String extension, String mediaType) throws IOException {
        // Given
        byte[] recording = extension.equals("amr") ? SampleFile.amr() : InstalledFfmpeg.call(extension);
        // When
        byte[] heard = ffmpeg.mp3(mediaType, of(recording), InputStream::readAllBytes);
        // Then: three seconds at 64 kbit/s, and the encoder's delay
        assertThat(heard).hasSizeBetween(23_000, 27_000);
        assertThat(ffmpeg.samples("audio/mpeg", of(heard), InputStream::readAllBytes))
                .hasSizeBetween(2 * 3 * Ffmpeg.RATE, 2 * 4 * Ffmpeg.RATE);
    }

    @ParameterizedTest
    @CsvSource({"mp4, video/mp4", "mov, video/quicktime", "3gp, video/3gpp"})
    void aFilm_becomesOneThatBrowsersPlay_fromAnywhereInIt(String extension, String mediaType) throws IOException {
        // Given
        byte[] film = InstalledFfmpeg.film(extension);
        // When
        byte[] shown = ffmpeg.film(mediaType, of(film), InputStream::readAllBytes);
        // Then: the index comes first, so that a browser can jump
        assertThat(text(film)).contains("106.8456");
        assertThat(text(shown)).contains("avc1").doesNotContain("106.8456").doesNotContain("Lavf");
        assertThat(text(shown).indexOf("moov")).isLessThan(text(shown).indexOf("mdat"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"heic", "avif"})
    @RequiresTool(InstalledHeifConvert.class)
    void whatIphonesTake_becomesAJpeg_withoutWhatStoodBesideIt(String extension) throws IOException {
        // Given
        byte[] photo = SampleFile.resource("photo." + extension);
        // When
        byte[] shown = LIMITS.heifConvertInside().jpeg(of(photo), InputStream::readAllBytes);
        // Then
        assertThat(text(photo)).contains("106.8456");
        assertThat(text(shown)).doesNotContain("Exif").doesNotContain("106.8456");
        assertThat(read(shown).getWidth()).isEqualTo(640);
    }

    @Test
    @RequiresTool(InstalledHeifConvert.class)
    void whatIsNoPicture_isSaidToBeNone() {
        byte[] nothing = "\0\0\0\u0018ftypheic\0\0\0\0heicmif1".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> LIMITS.heifConvertInside().jpeg(of(nothing), InputStream::readAllBytes))
                .isInstanceOf(Undecodable.class);
    }

    @Test
    void converterThatIsEnded_leavesNothingBehind(@TempDir Path folder) throws IOException {
        // Given
        Path converter = folder.resolve("heif-convert");
        Files.writeString(converter, "#!/bin/sh\nfor out; do :; done\n: > \"${out%.jpg}-10.jpg\"\nexec sleep 60\n");
        assertThat(converter.toFile().setExecutable(true)).isTrue();
        List<Path> before = inMemory();
        // When
        var run = catchThrowable(() -> Limits.aroundConverter(converter, Duration.ofSeconds(1))
                .heifConvertInside()
                .jpeg(of(new byte[] {1}), InputStream::readAllBytes));
        // Then
        assertThat(run).isInstanceOf(IOException.class);
        assertThat(before).containsAll(inMemory());
    }

    private static List<Path> inMemory() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/dev/shm"))) {
            return all.filter(path -> path.getFileName().toString().startsWith("sigap."))
                    .sorted()
                    .toList();
        }
    }

    private static Original of(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
