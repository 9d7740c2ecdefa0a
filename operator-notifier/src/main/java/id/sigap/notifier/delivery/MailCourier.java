package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.notifier.operators.MailAddress;
import id.sigap.notifier.operators.OperatorsConfig;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** By mail to the operator's mailbox. */
@ApplicationScoped
class MailCourier implements Courier {

    /** RFC 4954: it is us, not the mailbox, the server refuses. Somebody will mend the password. */
    private static final int AUTHENTICATION_REQUIRED = 530;

    private static final int AUTHENTICATION_FAILED = 535;

    private final ReactiveMailer mailer;
    private final OperatorsConfig operators;
    private final RequestMail letter;
    private final DeliveryConfig config;

    MailCourier(ReactiveMailer mailer, OperatorsConfig operators, RequestMail letter, DeliveryConfig config) {
        this.mailer = mailer;
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
    public Outcome bring(Parcel parcel) {
        Optional<MailAddress> mailbox = operators.mailboxOf(parcel.operator());
        if (mailbox.isEmpty()) {
            return new Outcome.Never("no mailbox is configured: sigap.operators." + parcel.operator() + ".email");
        }
        try {
            mailer.send(letter.to(mailbox.get(), parcel))
                    .await()
                    .atMost(config.email().timeout());
            return new Outcome.Taken();
        } catch (TimeoutException _) {
            return new Outcome.NotNow("the mail server did not answer in time");
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    private static Outcome refused(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SMTPException smtp) {
                String error = smtp.getReplyCode() + " " + smtp.getReplyMessage();
                return smtp.isPermanent() && !isAboutUs(smtp) ? new Outcome.Never(error) : new Outcome.NotNow(error);
            }
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new Outcome.NotNow(cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    private static boolean isAboutUs(SMTPException smtp) {
        return smtp.getReplyCode() == AUTHENTICATION_REQUIRED || smtp.getReplyCode() == AUTHENTICATION_FAILED;
    }
}
