package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class SealedAnswerTest {

    private static final String KEY = "3f0a4e6e-6d0e-4d43-9b39-0d2f6b1f1c55";
    private static final String ANSWER = "{\"receipt\":\"7K3M-0000\"}";

    @Test
    void anAnswer_isReadBackWithItsKeyAndOperation() {
        assertThat(SealedAnswer.of(KEY, "submit-report", ANSWER).open(KEY, "submit-report"))
                .isEqualTo(ANSWER);
    }

    @Test
    void anotherKeyOrOperation_opensNothing() {
        var sealed = SealedAnswer.of(KEY, "submit-report", ANSWER);
        assertThatThrownBy(() -> sealed.open(KEY + "0", "submit-report")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> sealed.open(KEY, "submit-appeal")).isInstanceOf(IllegalStateException.class);
    }

    /** Two texts under one key and nonce: their difference is that of what is stored, so who knows one reads the other. */
    @Test
    void oneKeyOnTwoEndpoints_leavesNothingToCompare() {
        byte[] report = SealedAnswer.of(KEY, "submit-report", ANSWER).bytes();
        byte[] appeal = SealedAnswer.of(KEY, "submit-appeal", ANSWER).bytes();
        byte[] again = SealedAnswer.of(KEY, "submit-report", ANSWER).bytes();
        assertThat(Arrays.copyOf(report, 12)).isNotEqualTo(Arrays.copyOf(appeal, 12));
        assertThat(Arrays.copyOf(report, 12)).isNotEqualTo(Arrays.copyOf(again, 12));
        assertThat(Arrays.copyOfRange(report, 12, 28)).isNotEqualTo(Arrays.copyOfRange(appeal, 12, 28));
    }

    @Test
    void anAnswerOfTheBuildBefore_isStillReadable() {
        byte[] stored = HexFormat.of()
                .parseHex("915f4690497e86401b792e2415bbd701c9dc1aa60668ad4f35703d25531317088ccf91c4231592");
        assertThat(new SealedAnswer(stored, SealedAnswer.BEFORE).open(KEY, "submit-report"))
                .isEqualTo(ANSWER);
    }

    @Test
    void aFormSentAgainWithOtherWords_isSomethingNew_andWithTheSame_theSame() {
        String changed = Idempotency.keyOfChanged(KEY, "dua");
        assertThat(changed).isNotEqualTo(KEY).isEqualTo(Idempotency.keyOfChanged(KEY, "dua"));
        assertThat(changed).isNotEqualTo(Idempotency.keyOfChanged(KEY, "tiga")).matches("[A-Za-z0-9._-]{16,200}");
        assertThat(Idempotency.keyOfChanged("k".repeat(200), "x")).hasSizeLessThanOrEqualTo(200);
    }
}
