package id.sigap.infrastructure;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import kotlin.jvm.functions.Function1;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.OAuth2HttpServer;
import no.nav.security.mock.oauth2.http.Ssl;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/**
 * The JDK's HTTP server under the identity provider. Its own, made for unit tests, sends the head of an answer and then the body without
 * TCP_NODELAY: whoever asks again on a connection waits 40 ms for the body, until the peer's kernel has acknowledged the head.
 */
final class PromptServer implements OAuth2HttpServer {

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true"); // read when the server's classes are loaded
    }

    private static final long NO_BODY = -1;

    private HttpServer server;

    @Override
    public OAuth2HttpServer start(Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(0, handler);
    }

    @Override
    public OAuth2HttpServer start(int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        return start(InetAddress.getLoopbackAddress(), port, handler);
    }

    @Override
    public OAuth2HttpServer start(
            InetAddress address, int port, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler) {
        try {
            server = HttpServer.create(new InetSocketAddress(address, port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, handler));
        server.start();
        return this;
    }

    private static void answer(HttpExchange exchange, Function1<? super OAuth2HttpRequest, OAuth2HttpResponse> handler)
            throws IOException {
        try (exchange) {
            OAuth2HttpResponse answer = handler.invoke(asked(exchange));
            answer.getHeaders()
                    .forEach(header -> exchange.getResponseHeaders().add(header.getFirst(), header.getSecond()));
            byte[] body = body(answer);
            exchange.sendResponseHeaders(answer.getStatus(), body.length == 0 ? NO_BODY : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static OAuth2HttpRequest asked(HttpExchange exchange) throws IOException {
        var headers = new Headers.Builder();
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(value -> headers.addUnsafeNonAscii(name, value)));
        String url = "http://" + exchange.getRequestHeaders().getFirst("Host") + exchange.getRequestURI();
        return new OAuth2HttpRequest(
                headers.build(),
                exchange.getRequestMethod(),
                HttpUrl.get(url),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static byte[] body(OAuth2HttpResponse answer) {
        if (answer.getBody() != null) {
            return answer.getBody().getBytes(StandardCharsets.UTF_8);
        }
        return answer.getBytesBody() == null ? new byte[0] : answer.getBytesBody();
    }

    @Override
    public OAuth2HttpServer stop() {
        server.stop(0);
        return this;
    }

    @Override
    public void close() {
        stop();
    }

    @Override
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public HttpUrl url(String path) {
        return new HttpUrl.Builder()
                .scheme("http")
                .host(server.getAddress().getHostName())
                .port(port())
                .build()
                .resolve(path.startsWith("/") ? path : "/" + path);
    }

    @Override
    public Ssl sslConfig() {
        return null;
    }
}
