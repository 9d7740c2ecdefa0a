package id.sigap.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/**
 * A few questions to the Docker engine over its socket. Testcontainers asks more and logs pages of failure where there is none; here no engine
 * is an ordinary answer, given in milliseconds.
 */
record DockerEngine(SocketAddress address) {

    private static final Duration QUESTION = Duration.ofSeconds(1);
    private static final Duration PULL = Duration.ofMinutes(2);
    private static final String SOCKET = "/var/run/docker.sock";

    /** The engine that DOCKER_HOST names, or the usual socket. */
    static DockerEngine local() {
        return at(Optional.ofNullable(System.getenv("DOCKER_HOST"))
                .filter(host -> !host.isBlank())
                .orElse("unix://" + SOCKET));
    }

    static DockerEngine at(String host) {
        var uri = URI.create(host);
        return "unix".equals(uri.getScheme())
                ? new DockerEngine(UnixDomainSocketAddress.of(Path.of(uri.getPath())))
                : new DockerEngine(new InetSocketAddress(uri.getHost(), uri.getPort()));
    }

    /** Whether it is there. */
    boolean answers() {
        return succeeds("GET /_ping", QUESTION);
    }

    /** Whether the image is there, or is after a pull. */
    boolean canHave(String image) {
        return has(image) || (pulled(image) && has(image));
    }

    private boolean has(String image) {
        return succeeds("GET /images/" + image + "/json", QUESTION);
    }

    private boolean pulled(String image) {
        return succeeds("POST /images/create?fromImage=" + URLEncoder.encode(image, StandardCharsets.UTF_8), PULL);
    }

    private boolean succeeds(String request, Duration patience) {
        var answer = CompletableFuture.supplyAsync(
                () -> ask(request), task -> Thread.ofVirtual().start(task));
        try {
            return answer.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join()
                    .contains(" 200 ");
        } catch (CompletionException _) {
            return false;
        }
    }

    /** The status line, once the whole answer has been read: a pull ends when its answer does. */
    private String ask(String request) {
        try (var channel = SocketChannel.open(address)) {
            // HTTP/1.0: the engine closes when it has said all
            channel.write(ByteBuffer.wrap((request + " HTTP/1.0\r\n\r\n").getBytes(StandardCharsets.US_ASCII)));
            InputStream answer = Channels.newInputStream(channel);
            return new String(answer.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
