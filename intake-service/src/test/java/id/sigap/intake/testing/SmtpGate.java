package id.sigap.intake.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before the mail server; shut, it hangs up on whoever comes; refusing, it has none of the mailboxes. */
public final class SmtpGate {

    private static final String SHUT = "intake.test.smtp.shut";
    private static final String REFUSING = "intake.test.smtp.refusing";

    private final ServerSocket server;
    private final int mailServer;

    private SmtpGate(ServerSocket server, int mailServer) {
        this.server = server;
        this.mailServer = mailServer;
    }

    static SmtpGate before(int mailServer) throws IOException {
        var gate = new SmtpGate(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), mailServer);
        Thread.ofPlatform().daemon().name("smtp-gate").start(gate::serve);
        return gate;
    }

    int port() {
        return server.getLocalPort();
    }

    public static void shut() {
        System.setProperty(SHUT, "true");
    }

    /** To every recipient: 550. */
    public static void refuse() {
        System.setProperty(REFUSING, "true");
    }

    public static void open() {
        System.clearProperty(SHUT);
        System.clearProperty(REFUSING);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (System.getProperty(REFUSING) != null) {
                    Thread.ofVirtual().start(() -> refuse(client));
                } else if (System.getProperty(SHUT) == null) {
                    Socket mail = new Socket(InetAddress.getLoopbackAddress(), mailServer);
                    pass(client, mail);
                    pass(mail, client);
                } else {
                    client.close();
                }
            } catch (IOException _) {
                // whoever left comes again
            }
        }
    }

    private static void refuse(Socket client) {
        try (client;
                var said = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII))) {
            answer(client, "220 mail.example");
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                answer(client, line.startsWith("RCPT") ? "550 5.1.1 no such mailbox" : "250 ok");
            }
        } catch (IOException _) {
            // the client hung up
        }
    }

    private static void answer(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(US_ASCII));
    }

    private static void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // one side hung up
            }
        });
    }
}
