package id.sigap.intake.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class ReceiptCodeTest {

    @Test
    void code_isReadBackHoweverItIsTyped() {
        // Given
        var code = new ReceiptCode("0123456789ABCDEFGHJKMNPQRSTV");
        // When
        var read = ReceiptCode.read(" oi23-4567 89ab-cdef-ghjk-mnpq-rstv ");
        // Then
        assertThat(read).contains(code);
        assertThat(code.shown()).isEqualTo("0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "0123–4567–89AB–CDEF–GHJK–MNPQ–RSTV",
                "0123 — 4567 — 89AB — CDEF — GHJK — MNPQ — RSTV",
                "0123‑4567‑89AB‑CDEF‑GHJK‑MNPQ‑RSTV",
                "0123−4567−89AB−CDEF−GHJK−MNPQ−RSTV",
                "0123\u00a04567\u00a089AB\u202fCDEF\u2003GHJK\u3000MNPQ\tRSTV",
                "\ufeff0123-4567-\u00ad89AB-CDEF-\u200bGHJK-MNPQ-RSTV\u00a0",
                "０１２３－４５６７－８９ＡＢ－ＣＤＥＦ－ＧＨＪＫ－ＭＮＰＱ－ＲＳＴＶ",
                "0123-4567-89AB-CDEF-\nGHJK-MNPQ-RSTV"
            })
    void code_isReadBack_whateverAMailOrAWordProcessorMadeOfIt(String pasted) {
        assertThat(ReceiptCode.read(pasted)).contains(new ReceiptCode("0123456789ABCDEFGHJKMNPQRSTV"));
    }

    @Test
    void codes_differ() {
        // When
        Set<ReceiptCode> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(ReceiptCode.next());
        }
        // Then
        assertThat(codes).hasSize(1000);
    }

    @Test
    void code_staysOutOfLogs() {
        // Given
        var code = ReceiptCode.next();
        // Then
        assertThat(code.toString()).doesNotContain(code.value());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "short", "UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU", "0123456789ABCDEFGHJKMNPQRSTVW"})
    void whatCanBeNoCode_isNone(String typed) {
        assertThat(ReceiptCode.read(typed)).isEmpty();
    }
}
