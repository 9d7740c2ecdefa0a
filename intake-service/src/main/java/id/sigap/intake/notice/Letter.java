package id.sigap.intake.notice;

import id.sigap.intake.wording.Wording;
import id.sigap.mail.MailAddress;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes a mail: the case number and what to do; no name, no narrative, no number, no receipt code. */
@ApplicationScoped
class Letter {

    private static final String MESSAGE_ID_DOMAIN = "@notice.sigap.id";

    private final Wording wording;
    private final NoticeConfig config;
    private final Template template;

    Letter(Wording wording, NoticeConfig config, @Location("notice.txt") Template template) {
        this.wording = wording;
        this.config = config;
        this.template = template;
    }

    MailMessage write(NoticeDelivery delivery, MailAddress address) {
        String key = "notice." + delivery.notice().name();
        String subject = wording.say(delivery.language(), key + ".subject", delivery.caseNumber());
        String text = template.data("greeting", wording.say(delivery.language(), "notice.greeting"))
                .data("body", wording.say(delivery.language(), key + ".body", delivery.caseNumber()))
                .data("track", wording.say(delivery.language(), "notice.track"))
                .data("page", config.trackingPage())
                .data("closing", wording.say(delivery.language(), "notice.closing"))
                .render();
        return new MailMessage()
                .setTo(address.ascii())
                .setSubject(subject)
                .setText(text)
                // the same if it is sent again, so that a mailbox can tell the copy
                .addHeader("Message-ID", "<" + delivery.id() + MESSAGE_ID_DOMAIN + ">");
    }
}
