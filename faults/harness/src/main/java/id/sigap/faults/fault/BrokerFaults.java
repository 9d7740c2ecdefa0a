package id.sigap.faults.fault;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Kafka's broker, gone for a while or for good. */
final class BrokerFaults {

    private static final Duration DOWN = Duration.ofSeconds(5);

    private BrokerFaults() {}

    static List<Fault> all() {
        return List.of(Fault.always(
                "broker-kill",
                "the broker is killed and stays away for a while",
                Set.of(Target.BROKER),
                BrokerFaults::kill));
    }

    private static void kill(Site site, RandomGenerator dice) throws InterruptedException {
        site.stack().infrastructure().kafka().kill();
        Lasting.of(DOWN);
        site.stack().infrastructure().kafka().restart();
    }
}
