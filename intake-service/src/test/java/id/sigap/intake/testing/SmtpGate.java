package id.sigap.intake.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before the mail server; shut, it hangs up on whoever comes. */
public final class SmtpGate {

    private static final String SHUT = "intake.test.smtp.shut";

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

    public static void open() {
        System.clearProperty(SHUT);
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (System.getProperty(SHUT) == null) {
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
