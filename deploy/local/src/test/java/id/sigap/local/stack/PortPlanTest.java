package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.local.StackFailed;
import id.sigap.local.service.Service;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class PortPlanTest {

    @Test
    void everyPort_isItsOwn_andInsideTheRange() {
        assertThat(new PortPlan(9000, 2).all().values())
                .doesNotHaveDuplicates()
                .allMatch(port -> port > 9000 && port < 9100);
    }

    @Test
    void takenPorts_areAllNamed_withAWayOut() throws Exception {
        // Given
        PortPlan plan = PortPlan.free();
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket _ = new ServerSocket(plan.kafka(), 1, here);
                ServerSocket _ = new ServerSocket(plan.http(Service.SLA.replica(1)), 1)) {
            // When / Then
            assertThatThrownBy(() -> LocalStack.requireFreePorts(plan))
                    .isInstanceOf(StackFailed.class)
                    .hasMessageContaining(plan.kafka() + "  wanted for Kafka")
                    .hasMessageContaining(plan.http(Service.SLA.replica(1)) + "  wanted for sla-monitor")
                    .hasMessageContaining("./sigap up --port-base " + (plan.base() + 100));
        }
    }

    @Test
    void portsOfReplicasThatAreNotWanted_areNobodysBusiness() {
        assertThat(new PortPlan(9000).all()).doesNotContainKey("ticket-service-2");
        assertThat(new PortPlan(9000).replicas(2).all())
                .containsKeys("ticket-service-2", "ticket-service-2 (management)");
    }

    @Test
    void aThirdReplica_hasNoPorts() {
        assertThatThrownBy(() -> new PortPlan(9000, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 2");
    }

    @Test
    void aBaseOutsideTheRange_isRefused() {
        assertThatThrownBy(() -> new PortPlan(65_500)).isInstanceOf(IllegalArgumentException.class);
    }
}
