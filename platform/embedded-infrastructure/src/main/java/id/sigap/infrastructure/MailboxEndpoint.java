package id.sigap.infrastructure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The mailbox over HTTP, for who has curl or a browser. */
final class MailboxEndpoint implements AutoCloseable {

    private static final String PATH = "/api/messages";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final MailServer mailbox;
    private final HttpServer server;

    private MailboxEndpoint(MailServer mailbox, HttpServer server) {
        this.mailbox = mailbox;
        this.server = server;
        server.createContext("/", this::answer);
        server.start();
    }

    static MailboxEndpoint open(MailServer mailbox, int port) {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            return new MailboxEndpoint(mailbox, HttpServer.create(address, 0));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the mailbox on port " + port, e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "GET" -> list(exchange);
                case "DELETE" -> {
                    mailbox.clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> exchange.sendResponseHeaders(405, -1);
            }
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        var mails = recipient(exchange.getRequestURI().getRawQuery())
                .map(mailbox::messagesTo)
                .findFirst()
                .orElseGet(mailbox::messages);
        var body = JSON.writeValueAsBytes(
                mails.stream().map(MailboxEndpoint::asJson).toList());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
    }

    private static Stream<String> recipient(String query) {
        return query == null
                ? Stream.empty()
                : Stream.of(query.split("&"))
                        .filter(part -> part.startsWith("to="))
                        .map(part -> URLDecoder.decode(part.substring("to=".length()), StandardCharsets.UTF_8));
    }

    private static Map<String, Object> asJson(ReceivedMail mail) {
        List<String> to = mail.to();
        return Map.of(
                "id", mail.id(),
                "to", to,
                "from", mail.from(),
                "subject", mail.subject(),
                "text", mail.text(),
                "receivedAt", mail.receivedAt().toString());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
