package id.sigap.intake.evidence;

import id.sigap.events.report.EvidenceCheck;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * ClamAV's daemon, by its INSTREAM command: chunks with a length before each, ended by an empty one; then one line. A daemon that stands still takes
 * no bytes either, and a socket has no limit on writing: when the time is over it is closed under whoever writes or reads.
 */
final class ClamAv implements Scanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";
    /** It stands in a log: nothing else that a daemon says does. */
    private static final Pattern SIGNATURE = Pattern.compile("[A-Za-z0-9._:/+()-]{1,200}");

    private final InetSocketAddress address;
    private final Duration connecting;

    /** @param connecting how long a connection may take */
    ClamAv(String host, int port, Duration connecting) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.connecting = connecting;
    }

    @Override
    public Verdict scan(InputStream original, Duration within) throws IOException {
        try (Socket socket = new Socket()) {
            connect(socket);
            var over = new AtomicBoolean();
            Thread clock = Thread.ofVirtual().start(() -> closeAfter(within, socket, over));
            try {
                send(original, socket);
                return verdict(answer(socket));
            } catch (IOException e) {
                if (over.get()) {
                    throw new SocketTimeoutException("no verdict within " + within);
                }
                throw e;
            } finally {
                clock.interrupt();
            }
        }
    }

    private void connect(Socket socket) throws ScannerAway {
        try {
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    Math.toIntExact(connecting.toMillis()));
        } catch (IOException e) {
            throw new ScannerAway(e);
        }
    }

    private static void closeAfter(Duration within, Socket socket, AtomicBoolean over) {
        try {
            Thread.sleep(within);
            over.set(true);
            socket.close();
        } catch (InterruptedException _) {
            // answered in time
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static void send(InputStream original, Socket socket) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), CHUNK + Integer.BYTES));
        out.write(COMMAND);
        byte[] chunk = new byte[CHUNK];
        for (int read = original.readNBytes(chunk, 0, CHUNK); read > 0; read = original.readNBytes(chunk, 0, CHUNK)) {
            out.writeInt(read);
            out.write(chunk, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Verdict verdict(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return new Verdict.Clean(EvidenceCheck.SCANNED);
        }
        if (answer.startsWith(BEFORE) && answer.endsWith(FOUND)) {
            String name = answer.substring(BEFORE.length(), answer.length() - FOUND.length());
            return new Verdict.Infected(SIGNATURE.matcher(name).matches() ? name : "a name that is none");
        }
        throw new IOException("the scanner gave no verdict");
    }
}
