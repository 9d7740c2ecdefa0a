package id.sigap.notifier.delivery;

import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.mail.MailAddress;
import id.sigap.mail.MailFailure;
import id.sigap.mail.MailRefused;
import id.sigap.mail.MailServer;
import id.sigap.notifier.operators.OperatorMailbox;
import id.sigap.notifier.operators.OperatorsConfig;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;

/** By mail to the operator's mailbox. */
@ApplicationScoped
class MailCourier implements Courier {

    private final MailServer server;
    private final OperatorsConfig operators;
    private final Map<Matter, Letter> letters;
    private final DeliveryConfig config;

    MailCourier(MailServer server, OperatorsConfig operators, @All List<Letter> letters, DeliveryConfig config) {
        this.server = server;
        this.operators = operators;
        this.letters = letters.stream().collect(Collectors.toMap(Letter::matter, Function.identity()));
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
        Optional<MailAddress> mailbox = operators.mailboxOf(parcel.operator()).flatMap(OperatorMailbox::address);
        if (mailbox.isEmpty()) {
            return new Outcome.Never("no mailbox is configured: sigap.operators." + parcel.operator() + ".email");
        }
        try {
            server.send(
                    letters.get(parcel.matter()).to(mailbox.get(), parcel),
                    config.email().timeout());
            return new Outcome.Taken();
        } catch (TimeoutException _) {
            return new Outcome.NotNow("the mail server did not answer in time");
        } catch (MailRefused e) {
            return new Outcome.Never(e.getMessage());
        } catch (ExecutionException e) {
            return new Outcome.NotNow(MailFailure.words(e.getCause()));
        }
    }
}
