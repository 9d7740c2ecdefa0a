package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sigap.service.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class DeclaredTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    MP3,  494433030000000000000000, audio/mpeg,               call.mp3
                    MP3,  494433030000000000000000, audio/mp3,                CALL.MP3
                    OGG,  4f6767530002000000000000000000000000000000000000000001134f707573486561640101380180bb0000, audio/ogg, voice.opus
                    M4A,  00000020667479704d344120000000004d3441206d70343269736f6d00000000, audio/mp4, call.m4a
                    M4A,  0000001c667479706d703432000000006d70343269736f6d00000000, audio/x-m4a, call.m4a
                    WAV,  524946462400000057415645666d7420, audio/wav,        call.wav
                    AMR,  2321414d520a3c00, audio/amr,                        call.amr
                    JPEG, ffd8ffe000104a4649460001, image/jpeg,               sms.jpeg
                    PNG,  89504e470d0a1a0a0000000d49484452, image/png,        sms.png
                    WEBP, 524946462400000057454250565038 20, image/webp,      sms.webp
                    HEIC, 00000018667479706865696300000000, image/heic,       sms.heic
                    PDF,  255044462d312e340a, application/pdf,                'letter (1).pdf'
                    PNG,  89504e470d0a1a0a0000000d49484452, application/octet-stream, sms.png
                    """)
    void type_isFoundByContent(EvidenceType expected, String hex, String contentType, String name) {
        // Given
        var declared = Declared.of(contentType, "attachment; filename=\"" + name + "\"");
        // When
        var type = declared.check(bytes(hex));
        // Then
        assertThat(type).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} called {1}, {2}")
    @CsvSource(textBlock = """
                    89504e470d0a1a0a0000000d49484452, image/jpeg,      sms.png,           evidence-type-contradicted
                    89504e470d0a1a0a0000000d49484452, image/png,       sms.jpg,           evidence-type-contradicted
                    89504e470d0a1a0a0000000d49484452, image/png,       sms.png.exe,       evidence-type-contradicted
                    89504e470d0a1a0a0000000d49484452, image/png,       ../../etc/passwd.png/x.sh, evidence-type-contradicted
                    4d5a90000300000004000000ffff0000, image/png,       sms.png,           evidence-type-not-taken
                    504b0304140000000800,             application/pdf, letter.pdf,        evidence-type-not-taken
                    0000001c667479706d703432000000006d70343269736f6d00000000, video/mp4, film.mp4, evidence-type-not-taken
                    23455854 4d33550a,                audio/mpeg,      list.mp3,          evidence-type-not-taken
                    3c737667 20786d6c6e733d22687474703a2f2f7777772e77332e6f72672f323030302f737667223e, image/png, x.png, evidence-type-not-taken
                    68656c6c6f,                       text/plain,      note.txt,          evidence-type-not-taken
                    """)
    void contradictionOrUnknownType_isRefused(String hex, String contentType, String name, String code) {
        // Given
        var declared = Declared.of(contentType, "attachment; filename=\"" + name + "\"");
        // When
        var refused = catchThrowable(() -> declared.check(bytes(hex)));
        // Then
        assertThat(refused).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(code));
    }

    private static byte[] bytes(String hex) {
        byte[] head = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] padded = new byte[Math.max(head.length, 512)];
        System.arraycopy(head, 0, padded, 0, head.length);
        return new String(head, StandardCharsets.US_ASCII).startsWith("hello") ? head : padded;
    }
}
