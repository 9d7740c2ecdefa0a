package id.sigap.intake.filetype;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class RecognitionTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    MP3,  494433030000000000000000
                    MP3,  fffb90640000000000000000
                    OGG,  4f6767530002000000000000000000000000000000000000000001134f707573486561640101380180bb0000
                    M4A,  00000020667479704d344120000000004d3441206d70343269736f6d00000000
                    AAC,  fff15040011ffcdefff15040
                    AAC,  fff94c80011ffcdefff94c80
                    WAV,  524946462400000057415645666d7420
                    AMR,  2321414d520a3c00
                    AMR,  2321414d522d57420a04
                    JPEG, ffd8ffe000104a4649460001
                    JPEG, ffd8ffe1001845786966000049492a00
                    PNG,  89504e470d0a1a0a0000000d49484452
                    WEBP, 52494646240000005745425056503820
                    PDF,  255044462d312e340a
                    """)
    void type_isFoundByContent(FileType expected, String hex) {
        assertThat(Recognition.of(bytes(hex))).contains(expected);
    }

    /** A brand says what a file in ISO's boxes is; whether it is film or sound, its tracks do. */
    @ParameterizedTest(name = "{1} is {0}")
    @CsvSource(textBlock = """
                    HEIC,     heic
                    HEIC,     heix
                    HEIC,     heim
                    HEIC,     heis
                    HEIC,     hevc
                    HEIC,     hevx
                    HEIC,     mif1
                    HEIC,     msf1
                    AVIF,     avif
                    AVIF,     avis
                    MP4,      mp42
                    MP4,      isom
                    MP4,      avc1
                    MP4,      dash
                    MP4,      'M4V '
                    M4A,      'M4A '
                    MOV,      'qt  '
                    FILM_3GP, 3gp4
                    FILM_3GP, 3gp5
                    FILM_3GP, 3gr6
                    FILM_3GP, 3g2a
                    """)
    void brand_saysWhatItIs(FileType expected, String brand) {
        assertThat(Recognition.of(branded(brand, "isom"))).contains(expected);
    }

    @Test
    void aGeneralBrandOfPictures_isWhatTheOthersSay() {
        assertThat(Recognition.of(branded("mif1", "avif"))).contains(FileType.AVIF);
        assertThat(Recognition.of(branded("mif1", "heic"))).contains(FileType.HEIC);
        assertThat(Recognition.of(branded("made", "mif1"))).contains(FileType.HEIC);
        assertThat(Recognition.of(branded("avci", "mif2"))).contains(FileType.HEIC);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "4d5a90000300000004000000ffff0000",
                "504b0304140000000800",
                "2345585448 4d33550a",
                "3c73766720786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667223e",
                "68656c6c6f",
                "474946383961",
                "0000000c6a5020200d0a870a",
                "00000014667479706a703220000000006a703220",
                "0000001866747970637278200000000163727820"
            })
    void whatIsNoneOfThem_isNotTaken(String hex) {
        assertThat(Recognition.of(bytes(hex))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatThePickerOffers_isWhatIsTaken(FileType type) {
        String accept = FileType.accept(EnumSet.allOf(FileType.class));
        assertThat(accept.split(",")).contains(type.mediaType(), "." + type.extension());
        assertThat(FileType.ofMediaType(type.mediaType())).contains(type);
        assertThat(FileType.names(EnumSet.allOf(FileType.class), type.form())).contains(type.label());
    }

    private static byte[] branded(String major, String other) {
        return Arrays.copyOf(
                ("\0\0\0\u0018ftyp" + major + "\0\0\0\0" + major + other).getBytes(StandardCharsets.ISO_8859_1), 512);
    }

    private static byte[] bytes(String hex) {
        byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));
        boolean text = new String(head, StandardCharsets.US_ASCII).startsWith("hello");
        return text ? head : Arrays.copyOf(head, Math.max(head.length, 512));
    }
}
