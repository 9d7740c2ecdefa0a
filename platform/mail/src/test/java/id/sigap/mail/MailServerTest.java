package id.sigap.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
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

    /** The server's text repeats the address, and its line breaks would forge lines of a log. */
    @ParameterizedTest(name = "{2}")
    @CsvSource({
        "'550 5.1.1 <budi@mail.example>: no such mailbox', 550, SMTP 550 5.1.1",
        "'5.7.1 rejected', 554, SMTP 554 5.7.1",
        "'550 budi@mail.example 5.1.1', 550, SMTP 550",
        "'452 4.2.2', 452, SMTP 452 4.2.2",
        "'550 5.1.1x', 550, SMTP 550"
    })
    void whatTheServerSays_isToldByItsCodesAlone(String reply, int code, String words) {
        // Given
        var lines = List.of(reply + "\n2026-12-01 ERROR forged", "and more");
        // When
        var refusal = new SMTPException("recipient address not accepted", code, lines, true);
        // Then
        assertThat(MailFailure.words(refusal)).isEqualTo(words);
        assertThat(new MailRefused(refusal)).hasMessage(words).hasNoCause();
    }

    @Test
    void whatIsNoReply_isToldByItsKindAlone() {
        assertThat(MailFailure.words(new ConnectException("refused\n2026-12-01 ERROR forged")))
                .isEqualTo("ConnectException");
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
