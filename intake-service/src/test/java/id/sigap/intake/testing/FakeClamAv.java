package id.sigap.intake.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A scanner that speaks ClamAV's INSTREAM and knows one virus: EICAR's test file. A system property sends it away, because Quarkus loads
 * test classes more than once.
 */
public final class FakeClamAv {

    /** EICAR's test file, in two parts so that no scanner takes offence at this one. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private static final String AWAY = "intake.test.clamav.away";
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket server;
    private final Behaviour behaviour;

    private FakeClamAv(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
    }

    /** What it does with who calls. */
    @FunctionalInterface
    private interface Behaviour {
        void with(Socket client) throws IOException, InterruptedException;
    }

    static FakeClamAv start() throws IOException {
        return start(FakeClamAv::answer);
    }

    /** As one that was stopped: the system takes the call, and nobody reads. */
    public static FakeClamAv thatNeverReads() throws IOException {
        return start(_ -> Thread.sleep(Duration.ofDays(1)));
    }

    public static FakeClamAv thatAnswersAfter(Duration delay) throws IOException {
        return start(client -> {
            Thread.sleep(delay);
            answer(client);
        });
    }

    /** Whatever it is given. */
    public static FakeClamAv thatSays(String line) throws IOException {
        return start(client -> {
            given(client);
            reply(client, line);
        });
    }

    private static FakeClamAv start(Behaviour behaviour) throws IOException {
        var scanner = new FakeClamAv(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
        Thread.ofPlatform().daemon().name("fake-clamav").start(scanner::serve);
        return scanner;
    }

    public int port() {
        return server.getLocalPort();
    }

    /** Hangs up on everybody from now on. */
    public static void goAway() {
        System.setProperty(AWAY, "true");
    }

    public static void comeBack() {
        System.clearProperty(AWAY);
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket client = server.accept()) {
                if (System.getProperty(AWAY) == null) {
                    behaviour.with(client);
                }
            } catch (InterruptedException _) {
                return;
            } catch (IOException _) {
                // a client that leaves is the client's business
            }
        }
    }

    private static void answer(Socket client) throws IOException {
        boolean found = given(client).contains(EICAR);
        reply(client, found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK");
    }

    /** @throws IOException if it was given by another command */
    private static String given(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        if (!new String(in.readNBytes(COMMAND.length), StandardCharsets.US_ASCII)
                .equals(new String(COMMAND, StandardCharsets.US_ASCII))) {
            throw new IOException("unknown command");
        }
        var bytes = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            bytes.write(in.readNBytes(length));
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    private static void reply(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\0").getBytes(StandardCharsets.US_ASCII));
    }
}
