package id.sigap.notifier.delivery;

import id.sigap.events.Action;
import id.sigap.mail.MailAddress;
import io.vertx.ext.mail.MailMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** A parcel as an operator's staff read it: Indonesian, then English. */
interface Letter {

    ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    Locale INDONESIAN = Locale.of("id");

    /** What it tells of. */
    Matter matter();

    MailMessage to(MailAddress mailbox, Parcel parcel);

    static String at(Instant time, ZoneId zone, Locale language) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss", language).format(time.atZone(zone));
    }

    /** What was asked, as a subject says it in both languages. */
    static String subject(Action asked) {
        return asked == Action.BLOCK ? "Blokir/Block" : "Buka blokir/Unblock";
    }

    /** What was asked, as the Indonesian text says it. */
    static String inIndonesian(Action asked) {
        return asked == Action.BLOCK ? "BLOKIR" : "BUKA BLOKIR";
    }

    /** A {@code Message-ID}: the same for the same thing, however often it is sent. */
    static String messageId(UUID of, DeliveryConfig config) {
        return "<" + of + "@" + config.email().messageIdDomain() + ">";
    }

    /** A header has one line, whatever a ticket's number may come to contain. */
    static String oneLine(String header) {
        return header.replaceAll("\\p{Cntrl}+", " ");
    }
}
