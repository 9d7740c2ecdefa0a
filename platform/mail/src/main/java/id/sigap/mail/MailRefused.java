package id.sigap.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;

/** The mail server will not take this mail, however often it is tried. The message may repeat the address: it belongs into no log. */
public final class MailRefused extends Exception {

    /** RFC 4954: it is us, not the mail, the server refuses. Somebody will mend the password. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private final int code;

    MailRefused(SMTPException refusal) {
        super(refusal.getReplyMessage(), refusal);
        this.code = refusal.getReplyCode();
    }

    /** SMTP's reply code, 5xx. */
    public int code() {
        return code;
    }

    static boolean isFinal(SMTPException refusal) {
        return refusal.isPermanent() && !ABOUT_US.contains(refusal.getReplyCode());
    }
}
