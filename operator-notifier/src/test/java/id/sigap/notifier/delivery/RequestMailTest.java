package id.sigap.notifier.delivery;

import static id.sigap.notifier.Samples.TELKOMSEL;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Action;
import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.RequestId;
import id.sigap.mail.MailAddress;
import id.sigap.notifier.operators.AuthorityConfig;
import id.sigap.reliable.Ids;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class RequestMailTest {

    private static final MailAddress MAILBOX = new MailAddress("abuse@operator.example");
    private static final SmallRyeConfig CONFIG = new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(AuthorityConfig.class)
            .withMapping(DeliveryConfig.class)
            .withDefaultValue("quarkus.http.port", "8080")
            .withConverter(Duration.class, 500, new DurationConverter())
            .build();

    private final RequestMail letter = new RequestMail(
            CONFIG.getConfigMapping(AuthorityConfig.class), CONFIG.getConfigMapping(DeliveryConfig.class));

    @Test
    void dueTime_isGivenInJakartaAndInUtc_inBothLanguages() {
        // When
        var mail = letter.to(MAILBOX, aParcel("SGP-2026-000123"));
        // Then
        assertThat(mail.getText())
                .contains("17 Agu 2026 07:30:00 WIB (17 Agu 2026 00:30:00 UTC)")
                .contains("17 Aug 2026 07:30:00 WIB, 17 Aug 2026 00:30:00 UTC");
    }

    @Test
    void headers_haveOneLineEach_whateverComes() {
        // When
        var mail = letter.to(MAILBOX, aParcel("SGP-1\r\nBcc: everybody@example.com"));
        // Then
        assertThat(mail.getSubject()).doesNotContain("\r", "\n");
        assertThat(mail.getHeaders().entries())
                .noneMatch(header -> header.getValue().contains("\n"));
    }

    @Test
    void mailSentAgain_hasTheSameMessageId() {
        // Given
        var parcel = aParcel("SGP-2026-000123");
        // When
        var first = letter.to(MAILBOX, parcel);
        var again = letter.to(MAILBOX, parcel);
        // Then
        assertThat(again.getHeaders().get("Message-ID"))
                .isEqualTo(first.getHeaders().get("Message-ID"))
                .isEqualTo("<" + parcel.request() + "@operator-notifier.sigap>");
    }

    @Test
    void withdrawal_saysWhatToDo_inBothLanguages_andAnswersTheRequestsMail() {
        // Given
        var request = aParcel("SGP-2026-000123");
        var parcel = new Parcel(
                request.delivery(),
                Matter.WITHDRAWAL,
                1,
                request.queuedAt(),
                request.request(),
                request.operator(),
                request.ticketNumber(),
                request.action(),
                request.number(),
                request.category(),
                request.requestedAt(),
                request.dueAt(),
                Optional.of(Instant.parse("2026-08-16T01:30:00Z")),
                null);
        // When
        var mail = new WithdrawalMail(
                        CONFIG.getConfigMapping(AuthorityConfig.class), CONFIG.getConfigMapping(DeliveryConfig.class))
                .to(MAILBOX, parcel);
        // Then
        assertThat(mail.getSubject()).isEqualTo("[SGP-2026-000123] DITARIK/WITHDRAWN · Blokir/Block +628110000001");
        assertThat(mail.getText())
                .contains(
                        "jangan laksanakan",
                        "batalkan",
                        "do not",
                        "undo it",
                        parcel.request().toString())
                .contains("16 Agu 2026 08:30:00 WIB (16 Agu 2026 01:30:00 UTC)")
                .contains("16 Aug 2026 08:30:00 WIB, 16 Aug 2026 01:30:00 UTC")
                .doesNotContain("null", "%");
        assertThat(mail.getHeaders().get("Message-ID"))
                .contains(parcel.delivery().toString());
        assertThat(mail.getHeaders().get("In-Reply-To"))
                .isEqualTo(letter.to(MAILBOX, request).getHeaders().get("Message-ID"));
    }

    private static Parcel aParcel(String ticketNumber) {
        return new Parcel(
                UUID.randomUUID(),
                Matter.REQUEST,
                1,
                Instant.parse("2026-08-16T00:30:00Z"),
                new RequestId(Ids.next()),
                TELKOMSEL,
                ticketNumber,
                Action.BLOCK,
                new Msisdn("+628110000001"),
                Optional.of(Category.PRIZE),
                Instant.parse("2026-08-16T00:30:00Z"),
                Instant.parse("2026-08-17T00:30:00Z"),
                Optional.empty(),
                null);
    }
}
