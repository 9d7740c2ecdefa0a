package id.sigap.local.cli;

import id.sigap.local.service.Service;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** On which ports and data a stack is started: one of each service, unless more is said. */
class PlaceOptions {

    @Option(
            names = "--port-base",
            paramLabel = "N",
            description = "First of the 100 ports to use; remembered. Also: SIGAP_PORT_BASE. Default: 8100.")
    private Integer portBase;

    @Option(names = "--fresh", description = "Delete all data first.")
    private boolean fresh;

    Optional<Integer> portBase() {
        return Optional.ofNullable(portBase);
    }

    boolean fresh() {
        return fresh;
    }

    int replicas() {
        return 1;
    }

    Set<Service> services() {
        return EnumSet.allOf(Service.class);
    }
}
