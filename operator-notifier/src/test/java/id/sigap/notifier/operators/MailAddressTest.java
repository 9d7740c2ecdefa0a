package id.sigap.notifier.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class MailAddressTest {

    @Test
    void plainAddress_isTaken() {
        // When
        var address = MailAddress.of(" abuse+sigap@operator.example ");
        // Then
        assertThat(address).hasToString("abuse+sigap@operator.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abuse",
                "abuse@",
                "a@b.example, c@d.example",
                "a@b.example\r\nBcc: c@d.example",
                "Abuse <a@b.example>",
                "a b@c.example"
            })
    void whatCouldBecomeAnotherHeaderOrRecipient_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MailAddress.of(text));
    }
}
