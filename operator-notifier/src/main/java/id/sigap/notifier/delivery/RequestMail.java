package id.sigap.notifier.delivery;

import id.sigap.events.Action;
import id.sigap.events.Topic;
import id.sigap.mail.MailAddress;
import id.sigap.notifier.operators.AuthorityConfig;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * A request as an operator's staff read it: Indonesian, then English. It names the number and nobody else. A mail sent again has the
 * {@code Message-ID} of the first, so that mail programs show one.
 */
@ApplicationScoped
class RequestMail implements Letter {

    private static final String SUBJECT = "[%s] %s %s · batas/due %s WIB";

    private static final String TEXT = """
            %s meminta Anda %s nomor berikut.

            Tiket            : %s
            Nomor            : %s
            Tindakan         : %s
            Batas waktu      : %s WIB (%s UTC)
            ID permintaan    : %s

            Jawab melalui topik %s, atau melalui API:
            %s/api/v1/requests/%s

            ----

            %s asks you to %s the following number.

            Ticket           : %s
            Number           : %s
            Action           : %s
            Due              : %s WIB, %s UTC
            Request id       : %s

            Answer on topic %s, or by API at the address above.
            This message may come more than once; the request id tells.
            """;

    private final AuthorityConfig authority;
    private final DeliveryConfig config;

    RequestMail(AuthorityConfig authority, DeliveryConfig config) {
        this.authority = authority;
        this.config = config;
    }

    @Override
    public Matter matter() {
        return Matter.REQUEST;
    }

    @Override
    public MailMessage to(MailAddress mailbox, Parcel parcel) {
        return new MailMessage()
                .setTo(mailbox.ascii())
                .setSubject(Letter.oneLine(subject(parcel)))
                .setText(text(parcel))
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", Letter.messageId(parcel.request().value(), config))
                        .add("X-Sigap-Request", parcel.request().toString()));
    }

    private static String subject(Parcel parcel) {
        String action = Letter.subject(parcel.action());
        return SUBJECT.formatted(
                parcel.ticketNumber(),
                action,
                parcel.number(),
                Letter.at(parcel.dueAt(), Letter.JAKARTA, Locale.ENGLISH));
    }

    private String text(Parcel parcel) {
        boolean block = parcel.action() == Action.BLOCK;
        String replies = Topic.confirmationsOf(parcel.operator()).name();
        return TEXT.formatted(
                authority.name(),
                block ? "memblokir" : "membuka blokir",
                parcel.ticketNumber(),
                parcel.number(),
                Letter.inIndonesian(parcel.action()),
                Letter.at(parcel.dueAt(), Letter.JAKARTA, Letter.INDONESIAN),
                Letter.at(parcel.dueAt(), ZoneOffset.UTC, Letter.INDONESIAN),
                parcel.request(),
                replies,
                config.publicUrl(),
                parcel.request(),
                authority.name(),
                block ? "block" : "unblock",
                parcel.ticketNumber(),
                parcel.number(),
                parcel.action(),
                Letter.at(parcel.dueAt(), Letter.JAKARTA, Locale.ENGLISH),
                Letter.at(parcel.dueAt(), ZoneOffset.UTC, Locale.ENGLISH),
                parcel.request(),
                replies);
    }
}
