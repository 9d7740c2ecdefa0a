package id.sigap.notifier;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Stands before the real mail server and spoils its day: cuts every connection while it is closed, refuses some mailboxes with 550, and
 * notes the Message-IDs that go through. Told what to do by system properties, because Quarkus loads test classes more than once.
 */
public final class SmtpGate implements AutoCloseable {

    /** A mailbox that doesn't exist. */
    public static final String REFUSED = "nobody@indosat.example";

    /** A mailbox whose server never answers. */
    public static final String SILENT = "silent@slow.example";

    private static final String CLOSED = "smtp-gate.closed";
    private static final String MESSAGE_IDS = "smtp-gate.message-ids";

    private final ServerSocket entrance;
    private final int mailServer;

    private SmtpGate(ServerSocket entrance, int mailServer) {
        this.entrance = entrance;
        this.mailServer = mailServer;
    }

    static SmtpGate before(int mailServer) throws IOException {
        var gate = new SmtpGate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), mailServer);
        Thread.ofVirtual().start(gate::accept);
        return gate;
    }

    /** The mail server is down. */
    public static void shut() {
        System.setProperty(CLOSED, "true");
    }

    /** It is up again. */
    public static void open() {
        System.clearProperty(CLOSED);
    }

    /** Every Message-ID header seen, in order. */
    public static String messageIds() {
        return System.getProperty(MESSAGE_IDS, "");
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                var client = entrance.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), mailServer)) {
            if (isShut()) {
                return;
            }
            Thread.ofVirtual().start(() -> copy(server, client));
            var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null && !isShut(); line = lines.readLine()) {
                pass(line, client.getOutputStream(), server.getOutputStream());
            }
        } catch (IOException _) {
            // either side hung up
        }
    }

    private static void pass(String line, OutputStream client, OutputStream server) throws IOException {
        if (line.toUpperCase(Locale.ROOT).startsWith("RCPT TO:") && line.contains(REFUSED)) {
            write("550 5.1.1 no such mailbox", client);
            return;
        }
        if (line.toUpperCase(Locale.ROOT).startsWith("RCPT TO:") && line.contains(SILENT)) {
            return;
        }
        if (line.toUpperCase(Locale.ROOT).startsWith("MESSAGE-ID:")) {
            System.setProperty(MESSAGE_IDS, messageIds() + line + "\n");
        }
        write(line, server);
    }

    private static void write(String line, OutputStream to) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // either side hung up
        }
    }

    private static boolean isShut() {
        return System.getProperty(CLOSED) != null;
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
