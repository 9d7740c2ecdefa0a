package id.sigap.local.service;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a service's JVM is to run. In flags and in values of the environment <code>{replica}</code> stands for the process's name, such as
 * {@code ticket-service-2}: two replicas can't share an agent's file or port.
 *
 * @param size how much it may take
 * @param flags after the size's own, so that they win
 * @param environment added to ours
 */
public record Jvm(Size size, List<String> flags, Map<String, String> environment) {

    private static final String REPLICA = "{replica}";

    /** What every service gets unless somebody says otherwise. */
    public static final Jvm ORDINARY = new Jvm(Size.SMALL, List.of(), Map.of());

    /** How much of the machine a service may take. */
    public enum Size {

        /** Five of these stay below 1.5 GB together and start fast: for a laptop. */
        SMALL(
                List.of(
                        "-Xms32m",
                        "-Xmx160m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-XX:MaxMetaspaceSize=192m"),
                // glibc keeps an arena per thread otherwise: tens of megabytes for nothing
                Map.of("MALLOC_ARENA_MAX", "2")),

        /** As on a server: the optimising compiler, a heap that isn't the limit, the collector the JVM chooses. For benchmarks. */
        SERVER(List.of("-Xms512m", "-Xmx1g"), Map.of());

        private final List<String> flags;
        private final Map<String, String> environment;

        Size(List<String> flags, Map<String, String> environment) {
            this.flags = flags;
            this.environment = environment;
        }
    }

    private static final List<String> ALWAYS =
            List.of("-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "-Dfile.encoding=UTF-8");

    public Jvm {
        flags = List.copyOf(flags);
        environment = Map.copyOf(environment);
    }

    public Jvm sized(Size other) {
        return new Jvm(other, flags, environment);
    }

    /** With these flags on top. */
    public Jvm with(List<String> more) {
        return new Jvm(size, Stream.concat(flags.stream(), more.stream()).toList(), environment);
    }

    /** With these environment variables on top. */
    public Jvm with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new Jvm(size, flags, all);
    }

    /**
     * Whether a start-up cache is worth it: one is trained over the ordinary JVM's flags, and another collector or an agent makes it useless;
     * system properties don't matter to it.
     */
    public boolean takesCache() {
        return size == Size.SMALL && flags.stream().allMatch(flag -> flag.startsWith("-D"));
    }

    List<String> flagsFor(Replica replica) {
        return Stream.of(ALWAYS, size.flags, flags)
                .flatMap(List::stream)
                .map(flag -> flag.replace(REPLICA, replica.id()))
                .toList();
    }

    Map<String, String> environmentFor(Replica replica) {
        Map<String, String> all = new HashMap<>(size.environment);
        environment.forEach((name, value) -> all.put(name, value.replace(REPLICA, replica.id())));
        return all;
    }
}
