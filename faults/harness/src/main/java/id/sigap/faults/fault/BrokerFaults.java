package id.sigap.faults.fault;

import id.sigap.local.service.Replica;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Kafka's broker, gone for a while. */
final class BrokerFaults {

    private static final Duration DOWN = Duration.ofSeconds(5);
    /** Longer than every client's request time-out and session. */
    private static final Duration STILL = Duration.ofSeconds(60);

    private BrokerFaults() {}

    static List<Fault> all() {
        return List.of(
                fault("broker-kill", "the broker is killed, and comes back after a while", (site, dice) -> {
                    site.broker().kill();
                    Lasting.of(DOWN);
                    site.broker().revive();
                }),
                Fault.always(
                        "broker-kill-then-all",
                        "the broker is killed; all services follow before it is back, with what they had not got rid of",
                        EnumSet.of(
                                Target.BROKER,
                                Target.INTAKE,
                                Target.VERIFICATION,
                                Target.TICKET,
                                Target.NOTIFIER,
                                Target.SLA),
                        (site, dice) -> {
                            site.broker().kill();
                            Lasting.of(DOWN);
                            List<Replica> killed = ProcessFaults.killEach(site, dice);
                            site.broker().revive();
                            killed.forEach(site.stack()::awaitReady);
                        }),
                fault(
                        "broker-restart",
                        "the broker is stopped in order and started again",
                        (site, dice) -> site.broker().restart()),
                fault("broker-stands-still", "the broker stands still for a minute (SIGSTOP)", (site, dice) -> {
                    site.broker().suspend();
                    Lasting.of(STILL);
                    site.broker().resume();
                }));
    }

    private static Fault fault(String name, String meaning, Fault.Injection injection) {
        return Fault.always(name, meaning, Set.of(Target.BROKER), injection);
    }
}
