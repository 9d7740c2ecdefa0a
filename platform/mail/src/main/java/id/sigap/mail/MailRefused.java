package id.sigap.mail;

import io.vertx.ext.mail.SMTPException;
import java.util.Set;

/** The mail server will not take this mail, however often it is tried. It says so in {@link MailFailure}'s words, without the server's. */
public final class MailRefused extends Exception {

    /** RFC 4954: it is us, not the mail, the server refuses. Somebody will mend the password. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    MailRefused(SMTPException refusal) {
        super(MailFailure.words(refusal));
    }

    static boolean isFinal(SMTPException refusal) {
        return refusal.isPermanent() && !ABOUT_US.contains(refusal.getReplyCode());
    }
}
