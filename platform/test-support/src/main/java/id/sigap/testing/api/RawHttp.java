package id.sigap.testing.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP without a client's good manners: what a polite client would never send goes out as it is. */
public final class RawHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int BUFFER_BYTES = 8192;
    /** Where a body ends. */
    private static final Pattern FRAMES = Pattern.compile("(Content-Length|Transfer-Encoding):");

    private static final Pattern LENGTH = Pattern.compile("\\ncontent-length: *([0-9]+)");

    private final int port;
    private final String from;

    private RawHttp(int port, String from) {
        this.port = port;
        this.from = from;
    }

    public static RawHttp at(int port) {
        return new RawHttp(port, "127.0.0.1");
    }

    /** From another address of this machine: what is held against that one is held against nobody else. */
    public RawHttp from(String address) {
        return new RawHttp(port, address);
    }

    /** @param status 0 if the server hung up without a word */
    public record Answer(int status, String head, byte[] body) {

        public Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }

        static Answer read(byte[] bytes) {
            String all = new String(bytes, StandardCharsets.ISO_8859_1);
            int end = all.indexOf("\r\n\r\n");
            if (end < 0) {
                return new Answer(0, "", new byte[0]);
            }
            String head = all.substring(0, end);
            String body = all.substring(end + 4);
            String plain = head.toLowerCase(Locale.ROOT).contains("transfer-encoding: chunked") ? joined(body) : body;
            return new Answer(
                    Integer.parseInt(head.substring(9, 12)), head, plain.getBytes(StandardCharsets.ISO_8859_1));
        }

        private static String joined(String chunks) {
            var plain = new StringBuilder();
            int at = 0;
            while (true) {
                int line = chunks.indexOf("\r\n", at);
                int size = line < 0
                        ? 0
                        : Integer.parseInt(chunks.substring(at, line).strip(), 16);
                if (size == 0) {
                    return plain.toString();
                }
                plain.append(chunks, line + 2, line + 2 + size);
                at = line + 2 + size + 2;
            }
        }
    }

    public Answer get(String target, List<String> headers) {
        return send("GET", target, headers, new byte[0]);
    }

    /** @param headers whole lines; {@code Host} and {@code Content-Length} are added where they are left out */
    public Answer send(String method, String target, List<String> headers, byte[] body) {
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (headers.stream().noneMatch(line -> line.startsWith("Host:"))) {
            head.append("Host: localhost:").append(port).append("\r\n");
        }
        if (body.length > 0
                && headers.stream().noneMatch(line -> FRAMES.matcher(line).lookingAt())) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        try (var socket = connect()) {
            // in one piece: two would wait for each other
            var all = new ByteArrayOutputStream();
            all.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            all.writeBytes(body);
            socket.getOutputStream().write(all.toByteArray());
            return Answer.read(answer(method, socket));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + target, e);
        }
    }

    /** Without a word of how long it is. @param headers whole lines */
    public Answer sendChunked(String method, String target, List<String> headers, byte[] body) {
        var chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        chunk.writeBytes(body);
        chunk.writeBytes("\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        var all = new ArrayList<>(headers);
        all.add("Transfer-Encoding: chunked");
        return send(method, target, all, chunk.toByteArray());
    }

    /** A connection for what comes drop by drop. */
    public Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0);
        socket.setSoTimeout(Math.toIntExact(PATIENCE.toMillis()));
        return socket;
    }

    /** As far as the answer says it goes: when the connection is closed is the server's business. */
    private static byte[] answer(String method, Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[BUFFER_BYTES];
        try {
            for (int read = 0;
                    read >= 0 && !isWhole(method, all);
                    read = socket.getInputStream().read(buffer)) {
                all.write(buffer, 0, read);
            }
        } catch (SocketException _) {
            // reset: what came before counts
        }
        return all.toByteArray();
    }

    private static boolean isWhole(String method, ByteArrayOutputStream all) {
        String text = all.toString(StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        if (method.equals("HEAD") || head.contains(" 204 ")) {
            return true;
        }
        Matcher length = LENGTH.matcher(head);
        return length.find()
                ? text.length() >= end + 4 + Integer.parseInt(length.group(1))
                : head.contains("transfer-encoding: chunked") && text.endsWith("\r\n0\r\n\r\n");
    }
}
