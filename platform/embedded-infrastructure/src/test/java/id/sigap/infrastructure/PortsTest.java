package id.sigap.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
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
}
