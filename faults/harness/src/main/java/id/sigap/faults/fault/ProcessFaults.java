package id.sigap.faults.fault;

import id.sigap.local.service.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Services that die. */
final class ProcessFaults {

    private static final Duration BETWEEN_KILLS = Duration.ofMillis(700);

    private ProcessFaults() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (Service service : Service.values()) {
            faults.add(Fault.always(
                    "kill-" + service.database(),
                    "kill -9 of " + service + " at some moment",
                    Set.of(target(service)),
                    (site, dice) -> {
                        site.stack().kill(service);
                        site.stack().awaitReady(service);
                    }));
        }
        faults.add(Fault.always(
                "kill-all",
                "kill -9 of all five, in random order",
                EnumSet.of(Target.INTAKE, Target.VERIFICATION, Target.TICKET, Target.NOTIFIER, Target.SLA),
                ProcessFaults::killAll));
        return faults;
    }

    private static void killAll(Site site, RandomGenerator dice) throws InterruptedException {
        List<Service> order = new ArrayList<>(List.of(Service.values()));
        Collections.shuffle(order, new Random(dice.nextLong()));
        for (Service service : order) {
            site.stack().kill(service);
            Lasting.of(BETWEEN_KILLS);
        }
        order.forEach(site.stack()::awaitReady);
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
