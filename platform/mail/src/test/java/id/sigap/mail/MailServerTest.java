package id.sigap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class MailServerTest {

    @Test
    void everyMail_saysThatAMachineWroteIt() {
        // When
        var mail = MailServer.byAMachine(new MailMessage().addHeader("Message-ID", "<1@sigap.example>"));
        // Then
        assertThat(mail.getHeaders().get("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.getHeaders().get("X-Auto-Response-Suppress")).isEqualTo("All");
        assertThat(mail.getHeaders().get("Message-ID")).isEqualTo("<1@sigap.example>");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "421, false",
        "450, false",
        "451, false",
        "530, false",
        "534, false",
        "535, false",
        "550, true",
        "552, true",
        "553, true",
        "554, true"
    })
    void refusal_isFinal_unlessItIsForNowOrAboutUs(int code, boolean isFinal) {
        // Given
        var refusal = new SMTPException("no", code, List.of("no"), code >= 500);
        // Then
        assertThat(MailRefused.isFinal(refusal)).isEqualTo(isFinal);
    }
}
