package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.mail.MailServer;
import id.sigap.notifier.operators.MailAddress;
import id.sigap.notifier.operators.OperatorsConfig;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** By mail to the operator's mailbox. */
@ApplicationScoped
class MailCourier implements Courier {

    /** RFC 4954: it is us, not the mailbox, the server refuses. Somebody will mend the password. */
    private static final int AUTHENTICATION_REQUIRED = 530;

    private static final int AUTHENTICATION_FAILED = 535;

    private final MailServer server;
    private final OperatorsConfig operators;
    private final RequestMail letter;
    private final DeliveryConfig config;

    MailCourier(MailServer server, OperatorsConfig operators, RequestMail letter, DeliveryConfig config) {
        this.server = server;
        this.operators = operators;
        this.letter = letter;
        this.config = config;
    }

    @Override
    public DeliveryChannel channel() {
        return DeliveryChannel.EMAIL;
    }

    @Override
    public int atOnce() {
        return config.email().atOnce();
    }

    @Override
    public Outcome bring(Parcel parcel) throws InterruptedException {
        Optional<MailAddress> mailbox = operators.mailboxOf(parcel.operator());
        if (mailbox.isEmpty()) {
            return new Outcome.Never("no mailbox is configured: sigap.operators." + parcel.operator() + ".email");
        }
        try {
            server.send(letter.to(mailbox.get(), parcel), config.email().timeout());
            return new Outcome.Taken();
        } catch (TimeoutException _) {
            return new Outcome.NotNow("the mail server did not answer in time");
        } catch (ExecutionException e) {
            return refused(e.getCause());
        }
    }

    private static Outcome refused(Throwable failure) {
        if (failure instanceof SMTPException smtp) {
            String error = smtp.getReplyMessage();
            return smtp.isPermanent() && !isAboutUs(smtp) ? new Outcome.Never(error) : new Outcome.NotNow(error);
        }
        return new Outcome.NotNow(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    private static boolean isAboutUs(SMTPException smtp) {
        return smtp.getReplyCode() == AUTHENTICATION_REQUIRED || smtp.getReplyCode() == AUTHENTICATION_FAILED;
    }
}
