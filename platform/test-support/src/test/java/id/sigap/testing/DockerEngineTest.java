package id.sigap.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class DockerEngineTest {

    @TempDir
    Path folder;

    @Test
    void noSocket_isNoEngine() {
        // When
        var answers = DockerEngine.at("unix://" + folder.resolve("docker.sock")).answers();
        // Then
        assertThat(answers).isFalse();
    }

    @Test
    void silentSocket_isNoEngineWithinTwoSeconds() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var began = Instant.now();
            // When
            var answers =
                    DockerEngine.at("tcp://127.0.0.1:" + silent.getLocalPort()).answers();
            // Then
            assertThat(answers).isFalse();
            assertThat(Duration.between(began, Instant.now())).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void engineThatCannotPull_hasTheImagesItHas() throws IOException {
        // Given
        var engine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        engine.createContext("/_ping", exchange -> answer(exchange, 200));
        engine.createContext("/images/site/kafka:1/json", exchange -> answer(exchange, 200));
        engine.createContext("/images/create", exchange -> answer(exchange, 500));
        engine.start();
        var docker = DockerEngine.at("tcp://127.0.0.1:" + engine.getAddress().getPort());
        // When
        var answers = docker.answers();
        var present = docker.canHave("site/kafka:1");
        var absent = docker.canHave("apache/kafka:4.2.1");
        engine.stop(0);
        // Then
        assertThat(answers).isTrue();
        assertThat(present).isTrue();
        assertThat(absent).isFalse();
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }
}
