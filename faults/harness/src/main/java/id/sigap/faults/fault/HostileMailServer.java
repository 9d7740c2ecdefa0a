package id.sigap.faults.fault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands between the services and the mail server, and behaves as mail servers do on a bad day. Understands just enough of SMTP (RFC 5321). */
public final class HostileMailServer implements AutoCloseable {

    /** What it does to a mail. */
    public enum Mood {
        FAIR,
        /** 421: come back later, before a word is said. */
        BUSY,
        /** 451 to every recipient: try again. */
        GREYLISTING,
        /** Takes the whole mail and hangs up before it says 250. */
        HANGS_UP_AFTER_DATA,
        /** Never answers. */
        SILENT
    }

    private static final int PATIENCE_MILLIS = 120_000;

    private final ServerSocket listener;
    private final int realPort;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile Mood mood = Mood.FAIR;

    private HostileMailServer(ServerSocket listener, int realPort) {
        this.listener = listener;
        this.realPort = realPort;
    }

    /** Listens on any free port of this machine and hands fair mail on. */
    public static HostileMailServer before(int realPort) {
        try {
            var listener = new ServerSocket();
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            var server = new HostileMailServer(listener, realPort);
            server.threads.submit(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public void be(Mood mood) {
        this.mood = mood;
    }

    private void listen() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                threads.submit(() -> serve(client));
            } catch (IOException _) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        Mood now = mood;
        try (client) {
            client.setSoTimeout(PATIENCE_MILLIS);
            OutputStream toClient = client.getOutputStream();
            switch (now) {
                case BUSY -> toClient.write(line("421 4.3.2 too busy, come back later"));
                case SILENT -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
                case FAIR, GREYLISTING, HANGS_UP_AFTER_DATA -> relay(client, now);
            }
        } catch (IOException _) {
            // either side is gone: what an outage looks like
        }
    }

    private void relay(Socket client, Mood now) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), realPort)) {
            server.setSoTimeout(PATIENCE_MILLIS);
            BufferedReader fromClient = reader(client);
            BufferedReader fromServer = reader(server);
            OutputStream toClient = client.getOutputStream();
            OutputStream toServer = server.getOutputStream();
            toClient.write(reply(fromServer));
            for (String command; (command = fromClient.readLine()) != null; ) {
                String verb = command.toUpperCase(Locale.ROOT);
                if (now == Mood.GREYLISTING && verb.startsWith("RCPT")) {
                    toClient.write(line("451 4.7.1 greylisted, try again later"));
                    continue;
                }
                toServer.write(line(command));
                byte[] answer = reply(fromServer);
                toClient.write(answer);
                if (verb.equals("DATA") && answer[0] == '3') {
                    content(fromClient, toServer);
                    byte[] taken = reply(fromServer);
                    if (now == Mood.HANGS_UP_AFTER_DATA) {
                        return;
                    }
                    toClient.write(taken);
                }
            }
        }
    }

    private static void content(BufferedReader from, OutputStream to) throws IOException {
        for (String text; (text = from.readLine()) != null; ) {
            to.write(line(text));
            if (text.equals(".")) {
                return;
            }
        }
        throw new IOException("the mail ended in the middle");
    }

    /** A reply of one line, or of several joined by hyphens. */
    private static byte[] reply(BufferedReader from) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String text; (text = from.readLine()) != null; ) {
            all.append(text).append("\r\n");
            if (text.length() < 4 || text.charAt(3) != '-') {
                return all.toString().getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("the mail server hung up");
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static byte[] line(String text) {
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
