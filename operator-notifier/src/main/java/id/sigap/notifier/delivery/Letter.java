package id.sigap.notifier.delivery;

import id.sigap.mail.MailAddress;
import io.vertx.ext.mail.MailMessage;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

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

    /** A header has one line, whatever a ticket's number may come to contain. */
    static String oneLine(String header) {
        return header.replaceAll("\\p{Cntrl}+", " ");
    }
}
