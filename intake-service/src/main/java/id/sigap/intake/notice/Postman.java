package id.sigap.intake.notice;

import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.People;
import id.sigap.intake.vault.Person;
import id.sigap.mail.MailAddress;
import id.sigap.mail.MailFailure;
import id.sigap.mail.MailRefused;
import id.sigap.mail.MailServer;
import id.sigap.reliable.Journal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Sends what is due. Nothing is locked while the mail server is spoken to; a service that dies between the server's yes and the
 * record of it sends the same Message-ID once more.
 */
@ApplicationScoped
class Postman {

    private static final Logger LOG = Logger.getLogger(Postman.class);

    private final Notices notices;
    private final CaseKeys keys;
    private final People people;
    private final Letter letter;
    private final MailServer mailServer;
    private final Journal journal;
    private final NoticeConfig config;
    private final Clock clock;

    Postman(
            Notices notices,
            CaseKeys keys,
            People people,
            Letter letter,
            MailServer mailServer,
            Journal journal,
            NoticeConfig config,
            Clock clock) {
        this.notices = notices;
        this.keys = keys;
        this.people = people;
        this.letter = letter;
        this.mailServer = mailServer;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${sigap.intake.notice.poll}", concurrentExecution = ConcurrentExecution.SKIP)
    void round() {
        // long enough for all that is claimed at once, even if every mail times out
        Duration lease = config.timeout().multipliedBy(config.batchSize() + 1L);
        List<NoticeDelivery> due;
        do {
            due = QuarkusTransaction.requiringNew()
                    .call(() -> notices.claim(config.batchSize(), lease, config.longestPause()));
            due.forEach(this::deliver);
        } while (due.size() == config.batchSize());
    }

    private void deliver(NoticeDelivery delivery) {
        if (delivery.attempts() > config.mostAttempts()) {
            refused(delivery, "no attempt came to an end");
            return;
        }
        try {
            Optional<Person> person = QuarkusTransaction.requiringNew().call(() -> people.find(delivery.caseId()));
            if (person.isEmpty()) {
                settle(delivery, row -> row.cancel(clock.instant()));
                return;
            }
            var address = MailAddress.of(person.get().email());
            mailServer.send(letter.write(delivery, address), config.timeout());
        } catch (MailRefused e) {
            refused(delivery, e.getMessage());
            return;
        } catch (ExecutionException e) {
            failed(delivery, e.getCause());
            return;
        } catch (TimeoutException | RuntimeException e) {
            failed(delivery, e);
            return;
        } catch (InterruptedException _) {
            // the service stops: the lease ends by itself
            Thread.currentThread().interrupt();
            return;
        }
        settle(delivery, row -> journal.append(row.sent(clock.instant())));
    }

    private void failed(NoticeDelivery delivery, Throwable failure) {
        String why = MailFailure.words(failure);
        Instant now = clock.instant();
        settle(delivery, row -> {
            row.failed(why, now, pause(row.attempts() - 1), config.mostAttempts());
            if (row.state() == DeliveryState.FAILED) {
                givenUp(row, why);
            } else {
                LOG.warnf(
                        "notice delayed notice=%s kind=%s attempt=%d why=%s",
                        row.id(), row.notice(), row.attempts(), why);
            }
        });
    }

    /** However often it was tried, the answer would be the same. */
    private void refused(NoticeDelivery delivery, String why) {
        settle(delivery, row -> {
            row.refused(why, clock.instant());
            givenUp(row, why);
        });
    }

    private static void givenUp(NoticeDelivery row, String why) {
        LOG.errorf("notice given up notice=%s kind=%s case=%s why=%s", row.id(), row.notice(), row.caseId(), why);
    }

    private void settle(NoticeDelivery delivery, Consumer<NoticeDelivery> change) {
        QuarkusTransaction.requiringNew().run(() -> {
            keys.lock(delivery.caseId());
            notices.pending(delivery.id()).ifPresent(change);
        });
    }

    private Duration pause(int before) {
        double doubled = config.firstPause().toMillis() * Math.pow(2, Math.min(before, 30));
        long longest = (long) Math.min(doubled, config.longestPause().toMillis());
        return Duration.ofMillis(longest / 2 + ThreadLocalRandom.current().nextLong(longest / 2 + 1));
    }
}
