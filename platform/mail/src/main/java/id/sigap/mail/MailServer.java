package id.sigap.mail;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.SMTPException;
import io.vertx.ext.mail.StartTLSOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mail server, by a client of its own for each mail, set up like Quarkus' mailer. That one shares a pool, and a connection that the
 * server cuts before its greeting never comes back to it (vertx-mail-client 4.5): after an outage no mail would leave until a restart.
 */
@ApplicationScoped
public class MailServer {

    private final Vertx vertx;
    private final MailConfig address;
    private final String from;

    MailServer(
            Vertx vertx,
            @ConfigProperty(name = "quarkus.mailer.host", defaultValue = "localhost") String host,
            @ConfigProperty(name = "quarkus.mailer.port", defaultValue = "25") int port,
            @ConfigProperty(name = "quarkus.mailer.username") Optional<String> username,
            @ConfigProperty(name = "quarkus.mailer.password") Optional<String> password,
            @ConfigProperty(name = "quarkus.mailer.start-tls", defaultValue = "OPTIONAL") String startTls,
            @ConfigProperty(name = "quarkus.mailer.tls", defaultValue = "false") boolean tls,
            @ConfigProperty(name = "quarkus.mailer.from") String from) {
        this.vertx = vertx;
        this.from = from;
        this.address = new MailConfig(host, port)
                .setStarttls(StartTLSOptions.valueOf(startTls.toUpperCase(Locale.ROOT)))
                .setSsl(tls)
                .setKeepAlive(false)
                .setMaxPoolSize(1);
        username.ifPresent(address::setUsername);
        password.ifPresent(address::setPassword);
    }

    /**
     * Hands one mail over and waits for the server's yes. Every mail says that a machine wrote it, so that no machine answers.
     *
     * @throws MailRefused if the server will never take it
     * @throws ExecutionException with what was in the way as its cause
     * @throws TimeoutException if it says nothing for so long
     */
    public void send(MailMessage mail, Duration atMost)
            throws MailRefused, ExecutionException, TimeoutException, InterruptedException {
        MailClient client = MailClient.create(vertx, address);
        try {
            client.sendMail(byAMachine(mail).setFrom(from))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SMTPException no && MailRefused.isFinal(no)) {
                throw new MailRefused(no);
            }
            throw e;
        } finally {
            client.close();
        }
    }

    /** RFC 3834, and what Exchange looks for. */
    static MailMessage byAMachine(MailMessage mail) {
        return mail.addHeader("Auto-Submitted", "auto-generated").addHeader("X-Auto-Response-Suppress", "All");
    }
}
