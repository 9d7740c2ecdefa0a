package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.console.Console;
import id.sigap.local.service.Apps;
import id.sigap.local.service.Jvm;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class StackOptionsTest {

    private final StackOptions plain = StackOptions.of(
            StackFolder.at(Path.of("here")), new PortPlan(9000), Apps.builtIn(Path.of("here")), Console.silent());

    @Test
    void settings_areAddedToThoseOfBefore() {
        // When
        StackOptions options = plain.with(Service.SLA, "a", "1")
                .with(Map.of(Service.SLA, Map.of("b", "2"), Service.TICKET, Map.of("c", "3")))
                .with(Service.SLA, "a", "4");
        // Then
        assertThat(options.of(Service.SLA).settings()).isEqualTo(Map.of("a", "4", "b", "2"));
        assertThat(options.of(Service.TICKET).settings()).isEqualTo(Map.of("c", "3"));
        assertThat(options.of(Service.INTAKE)).isEqualTo(ServiceOptions.ORDINARY);
    }

    @Test
    void flags_areGivenToAll_andToOneOnTop() {
        // When
        StackOptions options = plain.jvm(List.of("-Da=1"))
                .jvm(Service.INTAKE, List.of("-Db=2"))
                .jvm(jvm -> jvm.sized(Jvm.Size.SERVER));
        // Then
        assertThat(options.of(Service.INTAKE).jvm())
                .isEqualTo(new Jvm(Jvm.Size.SERVER, List.of("-Da=1", "-Db=2"), Map.of()));
        assertThat(options.of(Service.SLA).jvm()).isEqualTo(new Jvm(Jvm.Size.SERVER, List.of("-Da=1"), Map.of()));
    }

    @Test
    void whatSingleServicesAreGiven_survivesOtherChanges() {
        assertThat(plain.with(Service.SLA, "a", "1")
                        .replicas(2)
                        .profile("test")
                        .of(Service.SLA)
                        .settings())
                .containsEntry("a", "1");
    }
}
