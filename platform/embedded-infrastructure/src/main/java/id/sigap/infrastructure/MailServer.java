package id.sigap.infrastructure;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Takes every mail and delivers none: SMTP on the loopback address, the mailbox readable in Java and over HTTP at {@code /api/messages}.
 * Mail is kept in memory and gone with the process.
 */
public final class MailServer implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final long STARTUP_MILLIS = 5000;

    private final GreenMail server;
    private final MailboxEndpoint endpoint;
    private final int smtpPort;
    private SmtpServer smtp;

    private MailServer(int smtpPort, int httpPort) {
        server = new GreenMail(setup(smtpPort))
                .withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        smtp = server.getSmtp();
        this.smtpPort = smtp.getPort();
        endpoint = MailboxEndpoint.open(this, httpPort);
    }

    /** Starts on the given ports; 0 takes a free one. */
    public static MailServer start(int smtpPort, int httpPort) {
        return new MailServer(smtpPort, httpPort);
    }

    public int smtpPort() {
        return smtpPort;
    }

    /** Of {@code GET /api/messages?to=…} and {@code DELETE /api/messages}. */
    public int httpPort() {
        return endpoint.port();
    }

    /** Everything received so far, in order of arrival. */
    public List<ReceivedMail> messages() {
        // jakarta.mail finds its parts by the thread's class loader, which in a Quarkus test is another application's
        var thread = Thread.currentThread();
        var loader = thread.getContextClassLoader();
        thread.setContextClassLoader(MailServer.class.getClassLoader());
        try {
            var mails = new ArrayList<ReceivedMail>();
            for (var message : server.getReceivedMessages()) {
                mails.add(read(mails.size() + 1, message));
            }
            return List.copyOf(mails);
        } finally {
            thread.setContextClassLoader(loader);
        }
    }

    /** What was sent to this address. */
    public List<ReceivedMail> messagesTo(String address) {
        return messages().stream()
                .filter(mail -> mail.to().stream().anyMatch(address::equalsIgnoreCase))
                .toList();
    }

    /** Empties the mailbox. */
    public void clear() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new InfrastructureException("cannot empty the mailbox", e);
        }
    }

    /** Takes no more mail, as if the machine were off; what was received stays readable. */
    public synchronized void stop() {
        smtp.stopService();
    }

    /** Takes mail again, on the same port and into the same mailbox. */
    public synchronized void revive() {
        smtp = new SmtpServer(setup(smtpPort), server.getManagers());
        smtp.startService();
        try {
            smtp.waitTillRunning(STARTUP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while the mail server started", e);
        }
    }

    private static ServerSetup setup(int port) {
        return new ServerSetup(port, HOST, ServerSetup.PROTOCOL_SMTP);
    }

    @Override
    public void close() {
        endpoint.close();
        stop();
        server.stop();
    }

    private static ReceivedMail read(int id, MimeMessage message) {
        try {
            var from = addresses(message, "From").stream().findFirst().orElse("");
            var received = Optional.ofNullable(message.getReceivedDate())
                    .or(() -> sent(message))
                    .map(Date::toInstant)
                    .orElse(Instant.EPOCH);
            var subject = Optional.ofNullable(message.getSubject()).orElse("");
            return new ReceivedMail(id, addresses(message, "To"), from, subject, text(message), received);
        } catch (MessagingException | IOException e) {
            throw new InfrastructureException("a received mail cannot be read", e);
        }
    }

    private static Optional<Date> sent(MimeMessage message) {
        try {
            return Optional.ofNullable(message.getSentDate());
        } catch (MessagingException _) {
            return Optional.empty();
        }
    }

    /** One header that breaks the grammar must not hide every other mail: what can't be read stays as it came. */
    private static List<String> addresses(MimeMessage message, String name) throws MessagingException {
        String header = message.getHeader(name, ",");
        if (header == null) {
            return List.of();
        }
        try {
            return Stream.of(InternetAddress.parseHeader(header, false))
                    .map(InternetAddress::getAddress)
                    .toList();
        } catch (AddressException _) {
            return List.of(header);
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        return switch (part.getContent()) {
            case Multipart parts -> {
                for (int i = 0; i < parts.getCount(); i++) {
                    var text = text(parts.getBodyPart(i));
                    if (!text.isEmpty()) {
                        yield text;
                    }
                }
                yield "";
            }
            case String text -> text.stripTrailing();
            default -> "";
        };
    }
}
