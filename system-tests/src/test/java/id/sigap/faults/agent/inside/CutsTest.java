package id.sigap.faults.agent.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.faults.agent.BuiltService;
import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Sabotage;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cuts fit the services as they were just built: the very jars that run. */
@Tag("service")
class CutsTest {

    static Stream<String> services() {
        return Arrays.stream(Service.values()).map(Service::id);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("services")
    void everyFailPoint_isFoundInTheBuiltService(String service) throws IOException {
        fits(service, Cuts.in(service, Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Sabotage.class)
    void everySabotage_isFoundInTheBuiltServices(Sabotage sabotage) throws IOException {
        for (String service : sabotage.services()) {
            fits(service, Cuts.in(service, Optional.of(sabotage)));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(FailPoint.class)
    void everyFailPoint_livesInRealServices(FailPoint point) {
        assertThat(services()).containsAll(point.services());
    }

    @Test
    void aPlaceThatIsGone_isAnError() {
        // Given
        List<Cut> cuts = List.of(Cut.before(
                new Place("id.sigap.reliable.Relay", "publish", "Outbox.gone"), Moments.class, "relayAfterAck"));
        // When / Then
        assertThatThrownBy(() -> fits("ticket-service", cuts)).hasMessageContaining("Outbox.gone");
    }

    /** Cuts every class and has the result verified as the JVM would. */
    private static void fits(String service, List<Cut> cuts) throws IOException {
        URL runner = BuiltService.runner(service).toUri().toURL();
        Set<String> types = cuts.stream().map(cut -> cut.place().type()).collect(Collectors.toSet());
        try (URLClassLoader loader = new URLClassLoader(new URL[] {runner}, CutsTest.class.getClassLoader())) {
            for (String type : types) {
                List<Cut> here = cuts.stream()
                        .filter(cut -> cut.place().type().equals(type))
                        .toList();
                byte[] result = new Surgeon(loader).cut(bytes(loader, type), here);
                assertThat(verifier(loader).verify(result)).as(type).isEmpty();
            }
        }
    }

    private static byte[] bytes(URLClassLoader loader, String type) throws IOException {
        URL found = loader.findResource(type.replace('.', '/') + ".class");
        assertThat(found).as(type).isNotNull();
        try (InputStream in = found.openStream()) {
            return in.readAllBytes();
        }
    }

    private static ClassFile verifier(ClassLoader loader) {
        return ClassFile.of(
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(loader)));
    }
}
