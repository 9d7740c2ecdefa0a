package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class PortsTest {

    @Test
    void takenPort_isNamedWithItsOwner() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // When
            var refused = catchThrowable(() -> Ports.requireFree("intake-service", taken.getLocalPort()));
            // Then
            assertThat(refused)
                    .isInstanceOf(Ports.PortTaken.class)
                    .hasMessageContaining("intake-service")
                    .hasMessageContaining(Integer.toString(taken.getLocalPort()));
        }
    }

    @Test
    void freePort_isFree() {
        // When
        var refused = catchThrowable(() -> Ports.requireFree("intake-service", Ports.free()));
        // Then
        assertThat(refused).isNull();
    }

    /** A connection gets its port from the system's own range, at any moment. */
    @Test
    void freePorts_areGivenOnce_andNotFromWhereConnectionsHaveTheirs() throws Exception {
        // Given
        int lowestOfConnections = Integer.MAX_VALUE;
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
            lowestOfConnections = Math.min(client.getLocalPort(), server.getLocalPort());
        }
        // When
        List<Integer> ports =
                IntStream.range(0, 500).map(_ -> Ports.free()).boxed().toList();
        // Then
        assertThat(ports).doesNotHaveDuplicates();
        assertThat(Collections.max(ports)).isLessThan(lowestOfConnections);
    }
}
