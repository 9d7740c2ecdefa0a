package id.sigap.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.service.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class FormFileTest {

    private static final String TYPE = "multipart/form-data; boundary=----b";
    private static final String FIELD = "------b\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\nvalue\r\n";
    private static final String FILE =
            "------b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n"
                    + "Content-Type: image/png\r\n\r\n";

    private static FormFile in(String form) throws IOException {
        return FormFile.in(new ByteArrayInputStream(form.getBytes(StandardCharsets.ISO_8859_1)), TYPE);
    }

    @Test
    void theFile_isReadAsItIs_whateverStandsAroundIt() throws IOException {
        // Given: what looks like an end, and more than one chunk
        String content = "x\r\n------c\r\n--\r\n" + "y".repeat(100_000) + "\r\n";
        // When
        FormFile file = in(FIELD + FILE + content + "\r\n" + FIELD + "------b--\r\n");
        // Then
        assertThat(new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)).isEqualTo(content);
    }

    @Test
    void aFormWithoutAFile_isRefused() {
        assertThatThrownBy(() -> in(FIELD + "------b--\r\n")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> in("no form at all")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> FormFile.in(new ByteArrayInputStream(new byte[0]), "multipart/form-data"))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aFormInWhichNoFileWasChosen_isToldSo() {
        String unchosen = FILE.replace("a.png", "").replace("image/png", "application/octet-stream");
        assertThatThrownBy(() -> in(unchosen + "\r\n------b--\r\n"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("evidence-not-chosen"));
    }

    /** Found by a fuzzer: the parser had other words for these. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "------b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\"b\r\n",
                "------b\r\nContent-Disposition: form-data; filename=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\na\r\n------b--\r\n"
            })
    void aFormThatNoBrowserWrites_isRefused(String form) {
        assertThatThrownBy(() -> in(form).readAllBytes()).isInstanceOf(Refusal.class);
    }

    @Test
    void aHeadThatNeverEnds_isNotWaitedFor() {
        assertThatThrownBy(() -> in("------b\r\nX: " + "y".repeat(1_000_000))).isInstanceOf(Refusal.class);
    }

    @Test
    void aFormThatIsCut_isNoFile() throws IOException {
        FormFile file = in(FILE + "half");
        assertThatThrownBy(file::readAllBytes).isInstanceOf(Refusal.class);
    }
}
