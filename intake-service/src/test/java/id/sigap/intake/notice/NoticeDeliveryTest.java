package id.sigap.intake.notice;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.report.Notice;
import id.sigap.intake.vault.CaseId;
import id.sigap.reliable.Ids;
import id.sigap.service.Language;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class NoticeDeliveryTest {

    private static final Instant NOW = Instant.parse("2026-01-31T10:00:00Z");

    private final NoticeDelivery delivery =
            new NoticeDelivery(Ids.next(), new CaseId(Ids.next()), Notice.RECEIPT, Language.ID, "LPR-2026-000001", NOW);

    @Test
    void delivery_isGivenUpVisibly_afterTheLastAttempt() {
        // When
        delivery.attempt(NOW);
        delivery.failed("MailException", NOW, Duration.ofSeconds(5), 2);
        assertThat(delivery.state()).isEqualTo(DeliveryState.PENDING);
        delivery.attempt(NOW);
        delivery.failed("MailException", NOW, Duration.ofSeconds(5), 2);
        // Then
        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void sentMail_saysWhatWasTold() {
        // When
        var said = delivery.sent(NOW);
        // Then
        assertThat(delivery.state()).isEqualTo(DeliveryState.SENT);
        assertThat(said.notice()).isEqualTo(Notice.RECEIPT);
        assertThat(said.about()).isEqualTo(delivery.caseId().toString());
    }
}
