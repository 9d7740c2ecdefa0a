package id.sigap.faults.fault;

import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Services that die, fall asleep, or begin at the beginning again. */
final class ProcessFaults {

    private static final Duration BETWEEN_KILLS = Duration.ofMillis(700);
    /** Longer than the group waits for a member (session.timeout.ms): the others have taken its partitions when it wakes. */
    private static final Duration ASLEEP = Duration.ofSeconds(14);

    private ProcessFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (Service service : Service.values()) {
            faults.add(fault(
                    "kill-" + service.database(),
                    "kill -9 of one replica of " + service,
                    service,
                    ProcessFaults::kill));
        }
        for (Service service : Service.values()) {
            faults.add(fault(
                    "zombie-" + service.database(),
                    "one replica of " + service + " sleeps (SIGSTOP) until its partitions are another's, and wakes",
                    service,
                    ProcessFaults::sleep));
        }
        for (Service service : Service.values()) {
            // a stray member of the group would be in the way
            faults.add(Fault.always(
                    "rewind-" + service.database(),
                    service + " hears everything from the beginning again",
                    Set.of(target(service), Target.RECORDS),
                    (site, dice) -> rewind(site, service)));
        }
        faults.add(Fault.always(
                "kill-all",
                "kill -9 of all, in random order",
                EnumSet.of(Target.INTAKE, Target.VERIFICATION, Target.TICKET, Target.NOTIFIER, Target.SLA),
                ProcessFaults::killAll));
        return faults;
    }

    /** Does something to one replica. */
    @FunctionalInterface
    private interface Harm {
        void to(Site site, Replica replica) throws Exception;
    }

    private static Fault fault(String name, String meaning, Service service, Harm harm) {
        return Fault.always(name, meaning, Set.of(target(service)), (site, dice) -> {
            List<Replica> replicas = site.replicas(service);
            harm.to(site, replicas.get(dice.nextInt(replicas.size())));
        });
    }

    private static void kill(Site site, Replica replica) {
        site.stack().kill(replica);
        site.stack().awaitReady(replica);
    }

    private static void sleep(Site site, Replica replica) throws InterruptedException {
        site.stack().suspend(replica);
        Lasting.of(ASLEEP);
        site.stack().resume(replica);
    }

    /** A group can be moved only while it has no members. */
    private static void rewind(Site site, Service service) throws Exception {
        site.replicas(service).forEach(site.stack()::stop);
        for (String group : groups(service)) {
            site.wire().rewind(group);
        }
        site.replicas(service).forEach(site.stack()::start);
        site.replicas(service).forEach(site.stack()::awaitReady);
    }

    /** What operators answer is heard by a group of its own. */
    private static List<String> groups(Service service) {
        return service == Service.NOTIFIER ? List.of(service.id(), service.id() + "-replies") : List.of(service.id());
    }

    private static void killAll(Site site, RandomGenerator dice) throws InterruptedException {
        killEach(site, dice).forEach(site.stack()::awaitReady);
    }

    /** @return all replicas; none is waited for, for a service that starts is not ready before Kafka has answered it */
    static List<Replica> killEach(Site site, RandomGenerator dice) throws InterruptedException {
        List<Replica> order = new ArrayList<>(Arrays.stream(Service.values())
                .flatMap(service -> site.replicas(service).stream())
                .toList());
        Collections.shuffle(order, new Random(dice.nextLong()));
        for (Replica replica : order) {
            site.stack().kill(replica);
            Lasting.of(BETWEEN_KILLS);
        }
        return order;
    }

    static Target target(Service service) {
        return switch (service) {
            case INTAKE -> Target.INTAKE;
            case VERIFICATION -> Target.VERIFICATION;
            case TICKET -> Target.TICKET;
            case NOTIFIER -> Target.NOTIFIER;
            case SLA -> Target.SLA;
        };
    }
}
