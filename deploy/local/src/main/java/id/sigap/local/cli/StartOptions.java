package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.service.Service;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of whatever starts a stack of services as they are built. */
final class StartOptions extends PlaceOptions {

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            split = ",",
            description = "Start only these services, separated by commas.")
    private List<String> only = List.of();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many processes each service has: 1 or 2. Default: 1.")
    private int replicas;

    @Override
    int replicas() {
        return replicas;
    }

    @Override
    Set<Service> services() {
        Set<Service> services = EnumSet.noneOf(Service.class);
        for (String name : only) {
            services.add(named(name));
        }
        return services.isEmpty() ? super.services() : services;
    }

    static Service named(String name) {
        return Service.named(name).orElseThrow(() -> unknown(name));
    }

    static StackFailed unknown(String name) {
        return new StackFailed("no service is called " + name + "; there are " + Service.ids());
    }

    /** The same options as arguments. */
    List<String> asArguments() {
        List<String> arguments = new ArrayList<>();
        portBase().ifPresent(base -> arguments.addAll(List.of("--port-base", base.toString())));
        arguments.addAll(List.of("--replicas", Integer.toString(replicas)));
        if (fresh()) {
            arguments.add("--fresh");
        }
        if (!only.isEmpty()) {
            arguments.addAll(List.of("--only", String.join(",", only)));
        }
        return arguments;
    }
}
