package id.sigap.notifier.delivery;

import static id.sigap.notifier.delivery.Letter.INDONESIAN;
import static id.sigap.notifier.delivery.Letter.JAKARTA;
import static id.sigap.notifier.delivery.Letter.at;

import id.sigap.events.Topic;
import id.sigap.mail.MailAddress;
import id.sigap.notifier.operators.AuthorityConfig;
import io.vertx.core.MultiMap;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** That a request is withdrawn. An answer to the request's own mail, so that mail programs show the two together. */
@ApplicationScoped
class WithdrawalMail implements Letter {

    private static final String SUBJECT = "[%s] DITARIK/WITHDRAWN · %s %s";

    private static final String TEXT = """
            %s menarik kembali permintaan berikut.
            Bila belum dilaksanakan, jangan laksanakan. Bila sudah, batalkan.

            Tiket            : %s
            Nomor            : %s
            Permintaan       : %s
            Ditarik          : %s WIB (%s UTC)
            ID permintaan    : %s

            Permintaan ini tidak dapat dijawab lagi. Permintaan untuk membuka
            blokir, jika ada, datang tersendiri melalui topik %s
            dan surel, dan jawabannya ditunggu.

            ----

            %s withdraws the following request.
            If it has not been carried out, do not. If it has, undo it.

            Ticket           : %s
            Number           : %s
            Request          : %s
            Withdrawn        : %s WIB, %s UTC
            Request id       : %s

            This request can no longer be answered. A request to unblock, if there
            is one, comes by itself on the topic above and by mail, and wants an
            answer. This message may come more than once; the request id tells.
            """;

    private final AuthorityConfig authority;
    private final DeliveryConfig config;

    WithdrawalMail(AuthorityConfig authority, DeliveryConfig config) {
        this.authority = authority;
        this.config = config;
    }

    @Override
    public Matter matter() {
        return Matter.WITHDRAWAL;
    }

    @Override
    public MailMessage to(MailAddress mailbox, Parcel parcel) {
        return new MailMessage()
                .setTo(mailbox.ascii())
                .setSubject(Letter.oneLine(subject(parcel)))
                .setText(text(parcel))
                .setHeaders(MultiMap.caseInsensitiveMultiMap()
                        .add("Message-ID", Letter.messageId(parcel.delivery(), config))
                        .add("In-Reply-To", Letter.messageId(parcel.request().value(), config))
                        .add("References", Letter.messageId(parcel.request().value(), config))
                        .add("X-Sigap-Request", parcel.request().toString()));
    }

    private static String subject(Parcel parcel) {
        String action = Letter.subject(parcel.action());
        return SUBJECT.formatted(parcel.ticketNumber(), action, parcel.number());
    }

    private String text(Parcel parcel) {
        Instant withdrawnAt = parcel.withdrawnAt().orElseThrow();
        return TEXT.formatted(
                authority.name(),
                parcel.ticketNumber(),
                parcel.number(),
                Letter.inIndonesian(parcel.action()),
                at(withdrawnAt, JAKARTA, INDONESIAN),
                at(withdrawnAt, ZoneOffset.UTC, INDONESIAN),
                parcel.request(),
                Topic.requestsTo(parcel.operator()).name(),
                authority.name(),
                parcel.ticketNumber(),
                parcel.number(),
                parcel.action(),
                at(withdrawnAt, JAKARTA, Locale.ENGLISH),
                at(withdrawnAt, ZoneOffset.UTC, Locale.ENGLISH),
                parcel.request());
    }
}
