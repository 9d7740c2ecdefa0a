package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.service.Refusal;
import id.sigap.verification.desk.EvidenceRequest.MessageUnsent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class EvidenceRequestTest {

    @ParameterizedTest
    @ValueSource(ints = {0x07, 0x9b})
    void whatTheVaultWouldNeverTake_isRefusedBeforeTheMove(int control) {
        // Given: nothing that could be moved or written to
        var request = new EvidenceRequest(null, null);
        String message = "Mohon kirim" + Character.toString(control) + " rekamannya.";
        var filled = new Filled(Map.of("kinds", List.of("CALL_RECORDING"), "message", List.of(message)));
        // When, then
        assertThatThrownBy(() -> request.make(UUID.randomUUID(), filled))
                .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.errors())
                        .extracting(Refusal.FieldError::field)
                        .containsExactly("message"));
    }

    @ParameterizedTest
    @CsvSource({"503, request-message-unsent", "409, request-message-refused", "410, request-message-refused"})
    void whatCanNeverGo_isNotToldToBeSentAgain(int status, String code) {
        assertThat(new MessageUnsent(new Refusal(status, "whatever"), "key", "text").code())
                .isEqualTo(code);
    }

    @Test
    void whatIsWrongWithTheWords_isNoMatterOfAMoment() {
        assertThat(new MessageUnsent(Refusal.field("text", "message-unreadable"), "key", "text").code())
                .isEqualTo("request-message-refused");
    }
}
