package id.sigap.local.stack;

import id.sigap.local.console.Console;
import id.sigap.local.service.Apps;
import id.sigap.local.service.Service;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What kind of stack is wanted.
 *
 * @param folder its state, data and logs
 * @param ports who listens where, and so how many replicas of each service there are
 * @param apps the services' builds
 * @param services those that are started, usually all
 * @param settings configuration of single services on top of what every stack has
 * @param jvm flags of every service's JVM after the usual ones: of two that contradict each other the later wins
 * @param profile what it is started for, so that others can tell: {@code up}, {@code demo} or {@code test}
 * @param console told of every step
 */
public record StackOptions(
        StackFolder folder,
        PortPlan ports,
        Apps apps,
        Set<Service> services,
        Map<Service, Map<String, String>> settings,
        List<String> jvm,
        String profile,
        Console console) {

    public StackOptions {
        services = Collections.unmodifiableSet(EnumSet.copyOf(services)); // in the story's order
        Map<Service, Map<String, String>> copy = new EnumMap<>(Service.class);
        settings.forEach((service, values) -> copy.put(service, Map.copyOf(values)));
        settings = copy;
        jvm = List.copyOf(jvm);
    }

    /** For a person: kept ports, kept data. */
    public static StackOptions of(StackFolder folder, PortPlan ports, Apps apps, Console console) {
        return new StackOptions(folder, ports, apps, EnumSet.allOf(Service.class), Map.of(), List.of(), "up", console);
    }

    /**
     * For a test: free ports, the services as Maven has just built them.
     *
     * @param repository the checkout
     * @param folder an empty folder, such as a temporary one
     */
    public static StackOptions forTest(Path repository, Path folder, Console console) {
        return of(StackFolder.at(folder), PortPlan.free(), Apps.builtIn(repository), console)
                .profile("test");
    }

    /** How many processes each service has, up to {@link id.sigap.local.service.Replica#MOST}. */
    public StackOptions replicas(int count) {
        return on(ports.replicas(count));
    }

    /** On other ports; with them comes the number of replicas. */
    public StackOptions on(PortPlan ports) {
        return new StackOptions(folder, ports, apps, services, settings, jvm, profile, console);
    }

    public StackOptions only(Set<Service> services) {
        return new StackOptions(folder, ports, apps, services, settings, jvm, profile, console);
    }

    public StackOptions profile(String profile) {
        return new StackOptions(folder, ports, apps, services, settings, jvm, profile, console);
    }

    /** Gives every service's JVM these flags on top: the usual ones make five fit on a laptop, not the fastest. */
    public StackOptions jvm(List<String> flags) {
        return new StackOptions(folder, ports, apps, services, settings, flags, profile, console);
    }

    /** Sets a property of one service's configuration. */
    public StackOptions with(Service service, String property, String value) {
        Map<String, String> values = new HashMap<>(settings.getOrDefault(service, Map.of()));
        values.put(property, value);
        return with(Map.of(service, values));
    }

    /** Sets properties of several services' configurations. */
    public StackOptions with(Map<Service, Map<String, String>> more) {
        Map<Service, Map<String, String>> all = new EnumMap<>(Service.class);
        all.putAll(settings);
        more.forEach((service, values) -> {
            Map<String, String> merged = new HashMap<>(all.getOrDefault(service, Map.of()));
            merged.putAll(values);
            all.put(service, merged);
        });
        return new StackOptions(folder, ports, apps, services, all, jvm, profile, console);
    }
}
