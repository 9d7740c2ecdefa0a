package id.sigap.local.stack;

import id.sigap.infrastructure.ShiftableClock;
import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.service.Apps;
import id.sigap.local.service.Jvm;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What kind of stack is wanted.
 *
 * @param folder its state, data and logs
 * @param ports who listens where, and so how many replicas of each service there are
 * @param apps the services' builds
 * @param services those that are started, usually all
 * @param special what single services are given beyond what every one has
 * @param infrastructure how the parts below the services run
 * @param profile what it is started for, so that others can tell: {@code up}, {@code demo} or {@code test}
 * @param console told of every step
 */
public record StackOptions(
        StackFolder folder,
        PortPlan ports,
        Apps apps,
        Set<Service> services,
        Map<Service, ServiceOptions> special,
        InfrastructureOptions infrastructure,
        String profile,
        Console console) {

    /** So that what a few people may do in a while doesn't stop thousands who are played by one machine. */
    public static final Map<Service, Map<String, String>> ONE_MACHINE_PLAYS_EVERYBODY =
            Map.of(Service.INTAKE, Map.of("sigap.intake.limits.multiplied-by", "10000"));

    public StackOptions {
        services = Collections.unmodifiableSet(EnumSet.copyOf(services)); // in the story's order
        special = Map.copyOf(special);
    }

    /** For a person: kept ports, kept data. */
    public static StackOptions of(StackFolder folder, PortPlan ports, Apps apps, Console console) {
        return new StackOptions(
                folder,
                ports,
                apps,
                EnumSet.allOf(Service.class),
                Map.of(),
                InfrastructureOptions.ORDINARY,
                "up",
                console);
    }

    /**
     * For a test: free ports, the services as Maven has just built them.
     *
     * @param repository the checkout
     * @param folder an empty folder, such as a temporary one
     */
    public static StackOptions forTest(Path repository, Path folder, Console console) {
        return of(StackFolder.at(folder), PortPlan.free(), Apps.builtIn(repository), console)
                .profile("test")
                .with(ONE_MACHINE_PLAYS_EVERYBODY);
    }

    /** How many processes each service has, up to {@link id.sigap.local.service.Replica#MOST}. */
    public StackOptions replicas(int count) {
        return on(ports.replicas(count));
    }

    /** On other ports; with them comes the number of replicas. */
    public StackOptions on(PortPlan ports) {
        return new StackOptions(folder, ports, apps, services, special, infrastructure, profile, console);
    }

    public StackOptions only(Set<Service> services) {
        return new StackOptions(folder, ports, apps, services, special, infrastructure, profile, console);
    }

    /** With other builds of the services, made of those there are. */
    public StackOptions apps(UnaryOperator<Apps> change) {
        return new StackOptions(folder, ports, change.apply(apps), services, special, infrastructure, profile, console);
    }

    public StackOptions profile(String profile) {
        return new StackOptions(folder, ports, apps, services, special, infrastructure, profile, console);
    }

    /**
     * Puts data on disks of their own, which can be filled, made read-only and cut from power; {@link Volume#unavailable} tells where that
     * can't be.
     */
    public StackOptions volumes(Set<Disk> disks) {
        return on(new InfrastructureOptions(disks, infrastructure.clocks(), infrastructure.flushedKafka()));
    }

    /** Lets clocks be set wrong while the stack runs; {@link ShiftableClock#unavailable} tells where that can't be. */
    public StackOptions shiftable(Set<Clocked> clocks) {
        return on(new InfrastructureOptions(infrastructure.disks(), clocks, infrastructure.flushedKafka()));
    }

    /** Whether the broker acknowledges only what is on disk, as it does unless told otherwise. */
    public StackOptions kafkaFlush(boolean flushed) {
        return on(new InfrastructureOptions(infrastructure.disks(), infrastructure.clocks(), flushed));
    }

    private StackOptions on(InfrastructureOptions infrastructure) {
        return new StackOptions(folder, ports, apps, services, special, infrastructure, profile, console);
    }

    /** What this service is given. */
    public ServiceOptions of(Service service) {
        return special.getOrDefault(service, ServiceOptions.ORDINARY);
    }

    /** Sets a property of one service's configuration. */
    public StackOptions with(Service service, String property, String value) {
        return with(Map.of(service, Map.of(property, value)));
    }

    /** Sets properties of several services' configurations. */
    public StackOptions with(Map<Service, Map<String, String>> more) {
        return changed(more.keySet(), (service, options) -> options.with(more.get(service)));
    }

    /** Runs every service's JVM differently: {@code options.jvm(jvm -> jvm.sized(SERVER).with(List.of("-javaagent:…")))}. */
    public StackOptions jvm(UnaryOperator<Jvm> change) {
        return changed(EnumSet.allOf(Service.class), (_, options) -> options.on(change.apply(options.jvm())));
    }

    /** Runs one service's JVM differently. */
    public StackOptions jvm(Service service, UnaryOperator<Jvm> change) {
        return changed(Set.of(service), (_, options) -> options.on(change.apply(options.jvm())));
    }

    /** Adds flags to every service's JVM. */
    public StackOptions jvm(List<String> flags) {
        return jvm(jvm -> jvm.with(flags));
    }

    /** Adds flags to one service's JVM. */
    public StackOptions jvm(Service service, List<String> flags) {
        return jvm(service, jvm -> jvm.with(flags));
    }

    private interface Change {
        ServiceOptions of(Service service, ServiceOptions options);
    }

    private StackOptions changed(Set<Service> which, Change change) {
        Map<Service, ServiceOptions> all = new EnumMap<>(Service.class);
        all.putAll(special);
        which.forEach(service -> all.put(service, change.of(service, of(service))));
        return new StackOptions(folder, ports, apps, services, all, infrastructure, profile, console);
    }
}
