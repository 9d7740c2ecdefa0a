package id.sigap.local.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class MaskedTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "Key (number)=(+628110000042) already exists",
                "call 0811-0000-0042 now",
                "62 811 0000 0042",
                "from budi.contoh+x@warga.example, twice",
                "Unrecognized token 'Budi': was expecting JSON"
            })
    void whatMayBeSomebodys_isCovered(String reason) {
        assertThat(Masked.text(reason)).doesNotContain("0000", "budi", "Budi").contains("…");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "01a2191b-79db-7785-830e-5edb27169d55",
                "no column at position 12345",
                "2026-11-26T18:26:00Z",
                "id.sigap.ticket.report-merged.v1",
                "larger than 262144 bytes"
            })
    void whatHelps_isShown(String reason) {
        assertThat(Masked.text(reason)).isEqualTo(reason);
    }

    @Test
    void itStaysOneLine_ofBoundedLength() {
        assertThat(Masked.text("one\ntwo\u001b[31m three", 10)).isEqualTo("one two […");
    }
}
