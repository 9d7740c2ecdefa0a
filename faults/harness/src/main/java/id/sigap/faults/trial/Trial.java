package id.sigap.faults.trial;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.agent.Traps;
import id.sigap.faults.check.Checker;
import id.sigap.faults.check.Expectations;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.Finding;
import id.sigap.faults.check.Invariant;
import id.sigap.faults.check.Quiet;
import id.sigap.faults.check.Verdict;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.HostileMailServer;
import id.sigap.faults.fault.Site;
import id.sigap.faults.fault.Target;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.History;
import id.sigap.faults.load.Load;
import id.sigap.infrastructure.ShiftableClock;
import id.sigap.infrastructure.Volume;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Clocked;
import id.sigap.local.stack.Disk;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** One system, used and broken round after round, and judged from outside after each. */
public final class Trial implements AutoCloseable {

    private final TrialOptions options;
    private final Console console;
    private final Path history;
    private final HostileMailServer mail;
    private final LocalStack stack;
    private final ClientLog injector;
    private final Load load;
    private final Site site;
    private Expectations expectations = Expectations.strict();

    /** Starts the system and everybody who uses it. */
    public Trial(TrialOptions options, Console console) {
        this(options, console, Optional.empty());
    }

    /** As {@link #Trial(TrialOptions, Console)}, with one of its guards taken away. */
    Trial(TrialOptions options, Console console, Optional<Sabotage> sabotage) {
        this.options = options;
        this.console = console;
        this.history = options.folder().resolve("history");
        Traps traps = new Traps(options.folder().resolve("traps"));
        StackOptions wanted = StackOptions.forTest(options.repository(), options.folder(), console)
                .replicas(options.replicas())
                .jvm(Traps.jvmFlags(Traps.agentJar(), traps.folder(), sabotage))
                .volumes(Volume.unavailable().isPresent() ? Set.of() : EnumSet.allOf(Disk.class))
                .shiftable(ShiftableClock.unavailable().isPresent() ? Set.of() : EnumSet.allOf(Clocked.class));
        this.mail = HostileMailServer.before(wanted.ports().smtp());
        this.stack = LocalStack.start(wanted.with(settings(mail.port())));
        this.injector = new ClientLog(history, "injector");
        this.load = new Load(stack.description(), history, options.seed());
        this.site = Site.of(stack, injector, mail, traps);
    }

    /** Short windows for two operators, and the mail server that may have a bad day. */
    private static Map<Service, Map<String, String>> settings(int mailPort) {
        Map<String, String> mail = Map.of("quarkus.mailer.port", Integer.toString(mailPort));
        return Map.of(
                Service.TICKET,
                Map.of(
                        "sigap.policy.operators.INDOSAT.window", "PT8S",
                        "sigap.policy.operators.XLSMART.window", "PT15S"),
                Service.INTAKE,
                mail,
                Service.NOTIFIER,
                mail);
    }

    public Site site() {
        return site;
    }

    /** Lets citizens come, injects the faults meanwhile, waits until all is healed and judges everything since the start. */
    RoundResult round(int number, List<Fault> faults, Deck deck) {
        List<Injected> injected = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> coming = threads.submit(
                    () -> load.come(options.pace().load(), options.pace().between()));
            List<Future<Injected>> all = new ArrayList<>();
            for (Fault fault : faults) {
                RandomGenerator dice = deck.dice();
                Duration after = Duration.ofMillis(
                        1000 + dice.nextLong(options.pace().load().toMillis() / 2));
                all.add(threads.submit(() -> inject(fault, after, dice)));
            }
            for (Future<Injected> one : all) {
                injected.add(one.get());
            }
            coming.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        if (faults.stream().anyMatch(fault -> fault.targets().contains(Target.CLOCK))) {
            expectations = expectations.excusing(Excuse.CLOCKS_MOVED);
        }
        long broken = System.nanoTime();
        console.progress("round %d: %d passages begun, %d ended; waiting for the rest"
                .formatted(number, load.begun(), load.ended()));
        List<Finding> stuck = new ArrayList<>();
        if (!load.awaitEnd(options.pace().patience())) {
            load.stuck()
                    .forEach(
                            what -> stuck.add(new Finding(Invariant.I, "has not come to its end: " + what, List.of())));
        }
        stuck.addAll(Quiet.await(stack.description(), options.pace().patience()));
        Duration healed = Duration.ofNanos(System.nanoTime() - broken);
        Verdict verdict = Checker.judge(History.read(history), stack.description(), expectations)
                .and(stuck);
        return new RoundResult(number, injected, verdict, load.begun(), healed);
    }

    private Injected inject(Fault fault, Duration after, RandomGenerator dice) throws InterruptedException {
        Thread.sleep(after);
        console.progress("  " + fault.name() + ": " + fault.meaning());
        try {
            fault.injection().into(site, dice);
            return new Injected(fault, after, Optional.empty());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            return new Injected(fault, after, Optional.of(e.toString()));
        }
    }

    @Override
    public void close() {
        load.close();
        injector.close();
        stack.close();
        mail.close();
    }
}
