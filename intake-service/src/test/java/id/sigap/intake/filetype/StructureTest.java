package id.sigap.intake.filetype;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.intake.filetype.Structure.Flaw;
import id.sigap.intake.testing.SampleFile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class StructureTest {

    private static final byte[] SOUND = track("soun");
    private static final byte[] FILM = track("vide");

    static Stream<Arguments> whole() {
        byte[] moov = box("moov", FILM, SOUND);
        byte[] mdat = box("mdat", new byte[5_000]);
        return Stream.of(
                Arguments.of(FileType.JPEG, SampleFile.photoTakenAt("-6.2088,106.8456", 64, 48)),
                Arguments.of(FileType.PNG, SampleFile.png()),
                Arguments.of(FileType.WEBP, riff()),
                Arguments.of(FileType.HEIC, joined(ftyp("heic"), box("meta", new byte[200]), mdat)),
                Arguments.of(FileType.HEIC, joined(ftyp("hevc"), mdat, box("moov", FILM))),
                Arguments.of(FileType.AVIF, joined(ftyp("avif"), box("meta", new byte[200]), mdat)),
                Arguments.of(FileType.M4A, joined(ftyp("M4A "), mdat, box("moov", SOUND))),
                Arguments.of(FileType.MP4, joined(ftyp("mp42"), moov, mdat)),
                Arguments.of(FileType.MOV, joined(ftyp("qt  "), box("wide"), mdat, moov)),
                Arguments.of(FileType.FILM_3GP, joined(ftyp("3gp4"), mdat, moov)),
                Arguments.of(FileType.PDF, SampleFile.pdf("surat")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void aWholeFile_isWhole_howeverItComes(FileType type, byte[] file) {
        for (int step : new int[] {1, 7, 64, file.length}) {
            Structure structure = passed(file, step);
            assertThat(structure.flaw()).isEmpty();
            assertThat(structure.type()).isEqualTo(type);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void aFileWhoseEndIsMissing_isSaidToBeCut(FileType type, byte[] file) {
        for (int length : new int[] {file.length - 9, file.length / 2, file.length / 3}) {
            assertThat(passed(Arrays.copyOf(file, length), 64).flaw()).contains(Flaw.CUT_OFF);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("whole")
    void whatPhonesAppend_isNoFlaw(FileType type, byte[] file) {
        byte[] appended = joined(file, "SEFT\0\1\2trailing bytes".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(passed(appended, 64).flaw()).isEmpty();
    }

    @ParameterizedTest(name = "{0} with {1} is {2}")
    @CsvSource({
        "mp42, soun, M4A",
        "isom, soun, M4A",
        "3gp4, soun, SOUND_3GP",
        "qt  , soun, M4A",
        "mp42, vide, MP4",
        "3gp4, vide, FILM_3GP"
    })
    void aContainer_isWhatItsTracksAre(String brand, String handler, FileType expected) {
        byte[] file =
                joined(ftyp((brand + "  ").substring(0, 4)), box("mdat", new byte[100]), box("moov", track(handler)));
        assertThat(passed(file, 16).type()).isEqualTo(expected);
    }

    @Test
    void aSoundWithItsCover_isSound() {
        byte[] file = joined(ftyp("M4A "), box("mdat", new byte[100]), box("moov", SOUND, FILM));
        assertThat(passed(file, 16).type()).isEqualTo(FileType.M4A);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/Encrypt 5 0 R, LOCKED",
        "/Encrypt<</Filter/Standard>>, LOCKED",
        "/EncryptMetadata false, ",
        "/Encrypted, ",
        "/Enc /Encry pt, "
    })
    void aLockedDocument_isSaidToBeLocked(String entry, Flaw expected) {
        byte[] file = SampleFile.pdf("x> trailer<<" + entry);
        for (int step : new int[] {1, 13, file.length}) {
            assertThat(passed(file, step).flaw()).isEqualTo(Optional.ofNullable(expected));
        }
    }

    /** Sizes and depths that a file may claim; nothing is taken at its word. */
    @Test
    void aSizeThatLies_isPassedOver() {
        byte[] wide = ByteBuffer.allocate(16)
                .putInt(1)
                .put("moov".getBytes(StandardCharsets.US_ASCII))
                .putLong(Long.MIN_VALUE)
                .array();
        byte[] nested = new byte[400_000];
        Arrays.fill(nested, (byte) 0xFF);
        assertThat(passed(joined(ftyp("mp42"), wide, nested), 64).type()).isEqualTo(FileType.MP4);
        assertThat(passed(joined(ftyp("mp42"), box("moov", nested)), 64).type()).isEqualTo(FileType.MP4);
    }

    private static Structure passed(byte[] file, int step) {
        Structure structure = Recognition.of(file).orElseThrow().structure();
        for (int at = 0; at < file.length; at += step) {
            byte[] some = Arrays.copyOfRange(file, at, Math.min(file.length, at + step));
            structure.pass(some, some.length);
        }
        return structure;
    }

    private static byte[] ftyp(String brand) {
        return box("ftyp", (brand + "\0\0\0\0" + brand).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] track(String handler) {
        byte[] hdlr =
                ("\0\0\0\0\0\0\0\0" + handler + "\0\0\0\0\0\0\0\0\0\0\0\0name\0").getBytes(StandardCharsets.ISO_8859_1);
        return box(
                "trak",
                box("tkhd", new byte[84]),
                box("mdia", box("mdhd", new byte[24]), box("hdlr", hdlr), box("minf", new byte[60])));
    }

    private static byte[] riff() {
        byte[] body = new byte[3_000];
        return joined(
                "RIFF".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(4)
                        .putInt(Integer.reverseBytes(body.length + 12))
                        .array(),
                "WEBPVP8 ".getBytes(StandardCharsets.US_ASCII),
                ByteBuffer.allocate(4).putInt(Integer.reverseBytes(body.length)).array(),
                body);
    }

    private static byte[] box(String name, byte[]... parts) {
        byte[] payload = joined(parts);
        return ByteBuffer.allocate(8 + payload.length)
                .putInt(8 + payload.length)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(payload)
                .array();
    }

    private static byte[] joined(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
