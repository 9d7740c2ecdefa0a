package id.sigap.faults.fault;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Traps;
import id.sigap.local.service.Service;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Processes that die at the worst moment. */
final class FailPointFaults {

    /** Longer than the longest standstill that may overlap (60 s) and what it takes to recover from it. */
    private static final Duration REACHED = Duration.ofSeconds(100);

    private static final String PREFIX = "dies-";

    private FailPointFaults() {}

    static List<Fault> all() {
        return Arrays.stream(FailPoint.values()).map(FailPointFaults::fault).toList();
    }

    private static Fault fault(FailPoint point) {
        return fault(PREFIX + point.id(), point, services(point));
    }

    /** The same death of one service only, by a name such as {@code dies-relay-after-ack@ticket-service}. */
    static Optional<Fault> at(String name) {
        return Arrays.stream(FailPoint.values())
                .flatMap(point -> services(point).stream()
                        .map(service -> fault(PREFIX + point.id() + "@" + service, point, List.of(service))))
                .filter(fault -> fault.name().equals(name))
                .findFirst();
    }

    private static Fault fault(String name, FailPoint point, List<Service> victims) {
        Set<Target> targets = victims.stream()
                .map(ProcessFaults::target)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Target.class)));
        return new Fault(
                name,
                "a process dies when " + point.moment(),
                targets,
                _ -> hindrance(point),
                (site, dice) -> spring(site, point, victims.get(dice.nextInt(victims.size()))));
    }

    private static Optional<String> hindrance(FailPoint point) {
        return point == FailPoint.ERASED_BEFORE_BLOBS
                ? Optional.of("nobody has personal data erased during a trial")
                : Optional.empty();
    }

    private static void spring(Site site, FailPoint point, Service victim) throws InterruptedException {
        Traps traps = site.traps();
        traps.arm(point, victim.id());
        try {
            if (!traps.awaitTaken(point, REACHED)) {
                throw new IllegalStateException(
                        victim + " did not come to this point within " + REACHED.toSeconds() + " s");
            }
        } finally {
            traps.disarm(point);
        }
        site.replicas(victim).forEach(site.stack()::awaitReady);
    }

    private static List<Service> services(FailPoint point) {
        return point.services().stream()
                .sorted()
                .map(name -> Service.named(name).orElseThrow())
                .toList();
    }
}
