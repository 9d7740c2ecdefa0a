package id.sigap.intake.evidence;

import id.sigap.events.report.EvidenceCheck;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** ClamAV's daemon, by its INSTREAM command: chunks with a length before each, ended by an empty one; then one line. */
final class ClamAv implements Scanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 4096;
    private static final String CLEAN = "stream: OK";
    private static final String BEFORE = "stream: ";
    private static final String FOUND = " FOUND";

    private final InetSocketAddress address;
    private final Duration timeout;

    ClamAv(String host, int port, Duration timeout) {
        this.address = InetSocketAddress.createUnresolved(host, port);
        this.timeout = timeout;
    }

    @Override
    public Verdict scan(InputStream original) throws IOException {
        try (Socket socket = new Socket()) {
            int millis = Math.toIntExact(timeout.toMillis());
            socket.connect(new InetSocketAddress(address.getHostString(), address.getPort()), millis);
            socket.setSoTimeout(millis);
            send(original, socket);
            String answer = new String(socket.getInputStream().readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            return verdict(answer);
        }
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
            return new Verdict.Infected(answer.substring(BEFORE.length(), answer.length() - FOUND.length()));
        }
        throw new IOException("the scanner gave no verdict");
    }
}
