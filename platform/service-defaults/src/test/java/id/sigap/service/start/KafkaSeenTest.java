package id.sigap.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eclipse.microprofile.health.HealthCheckResponse.Status.DOWN;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class KafkaSeenTest {

    @Test
    void serviceThatKafkaHasNeverAnswered_isNotReady() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given
            var seen = new KafkaSeen(Map.of("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort()));
            // When
            seen.start(null);
            // Then
            assertThat(seen.call().getStatus()).isEqualTo(DOWN);
            seen.stop(null);
        }
    }
}
