package id.sigap.faults.trial;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.agent.Traps;
import id.sigap.faults.fault.HostileMailServer;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackOptions;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A whole Sigap that can be broken: every service carries the fault agent, a mail server that may have a bad day stands before the real one, and
 * two operators have short windows.
 */
public final class SystemUnderTest implements AutoCloseable {

    private static final Map<String, String> SHORT_WINDOWS = Map.of(
            "sigap.policy.operators.INDOSAT.window", "PT8S",
            "sigap.policy.operators.XLSMART.window", "PT15S");

    /** What a service that died was bringing is taken up again after 15 to 20 seconds, not after a minute: trials wait for it. */
    private static final Map<Service, Map<String, String>> SHORT_LEASES = Map.of(
            Service.INTAKE, Map.of("sigap.intake.notice.timeout", "PT4S"), // the lease is five of these
            Service.NOTIFIER, Map.of("sigap.delivery.lease", "PT15S"));

    /** So that the ends of chains are said while a trial goes on. */
    private static final Map<String, String> OFTEN_SIGNED =
            Map.of("sigap.audit.sign-after", "PT20S", "sigap.audit.sign-every", "PT20S");

    private final LocalStack stack;
    private final Traps traps;
    private final HostileMailServer mail;

    private SystemUnderTest(LocalStack stack, Traps traps, HostileMailServer mail) {
        this.stack = stack;
        this.traps = traps;
        this.mail = mail;
    }

    /** With all its guards. */
    public static SystemUnderTest start(StackOptions wanted) {
        return start(wanted, Map.of());
    }

    /** @param wrong what is wrong with which service */
    public static SystemUnderTest start(StackOptions wanted, Map<Service, Sabotage> wrong) {
        Traps traps = new Traps(wanted.folder().root().resolve("traps"));
        HostileMailServer mail = HostileMailServer.before(wanted.ports().smtp());
        StackOptions options = wanted.with(settings(mail.port()));
        for (Service service : Service.values()) {
            options = options.jvm(
                    service, Traps.jvmFlags(Traps.agentJar(), traps.folder(), Optional.ofNullable(wrong.get(service))));
        }
        return new SystemUnderTest(LocalStack.start(options), traps, mail);
    }

    /** The same is wrong with every service. */
    static Map<Service, Sabotage> everywhere(Sabotage wrong) {
        Map<Service, Sabotage> all = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            all.put(service, wrong);
        }
        return all;
    }

    private static Map<Service, Map<String, String>> settings(int mailPort) {
        Map<Service, Map<String, String>> settings = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            settings.put(service, new HashMap<>(OFTEN_SIGNED));
        }
        settings.get(Service.TICKET).putAll(SHORT_WINDOWS);
        SHORT_LEASES.forEach((service, lease) -> {
            settings.get(service).putAll(lease);
            settings.get(service).put("quarkus.mailer.port", Integer.toString(mailPort));
        });
        return settings;
    }

    public LocalStack stack() {
        return stack;
    }

    public Traps traps() {
        return traps;
    }

    HostileMailServer mail() {
        return mail;
    }

    /** Takes a guard away from the running system: the services that have it are killed and come back without it. */
    void sabotage(Sabotage wrong) {
        traps.sabotage(wrong);
        kill(wrong.services());
        stack.awaitAllReady();
    }

    /** Those services are killed once more, and come back with all their guards. */
    void mend(Sabotage wrong) {
        traps.endSabotage();
        kill(wrong.services());
    }

    private void kill(Set<String> services) {
        services.stream()
                .map(name -> Service.named(name).orElseThrow())
                .flatMap(service -> stack.description().replicas(service).stream())
                .forEach(stack::kill);
    }

    @Override
    public void close() {
        stack.close();
        mail.close();
    }
}
