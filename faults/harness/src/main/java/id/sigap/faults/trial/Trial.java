package id.sigap.faults.trial;

import id.sigap.faults.check.Checker;
import id.sigap.faults.check.Expectations;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.Finding;
import id.sigap.faults.check.Invariant;
import id.sigap.faults.check.Quiet;
import id.sigap.faults.check.Standstill;
import id.sigap.faults.check.Verdict;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Site;
import id.sigap.faults.fault.Target;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.History;
import id.sigap.faults.load.Load;
import id.sigap.local.console.Console;
import id.sigap.local.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;

/** Everybody who uses a system and somebody who breaks it, round after round; judged from outside after each. */
final class Trial implements AutoCloseable {

    private final TrialOptions options;
    private final Console console;
    private final Stack stack;
    private final ClientLog injector;
    private final Load load;
    private final Site site;
    private final Turns turns = new Turns();
    private Expectations expectations = Expectations.strict();

    Trial(SystemUnderTest system, TrialOptions options, Console console) {
        this.options = options;
        this.console = console;
        this.stack = system.stack().description();
        this.injector = new ClientLog(options.history(), "injector");
        this.load = new Load(stack, options.history(), options.seed(), options.numbersTaken());
        this.site = Site.of(system.stack(), injector, system.mail(), system.traps());
    }

    Site site() {
        return site;
    }

    /** Lets citizens come, injects the faults meanwhile, waits until all is healed and judges everything since the start. */
    RoundResult round(int number, List<Fault> faults, Deck deck) {
        List<Injected> injected = use(faults, deck);
        long broken = System.nanoTime();
        console.progress("round %d: %d passages begun, %d ended; waiting for the rest"
                .formatted(number, load.begun(), load.ended()));
        List<Finding> stuck = rest();
        // what is said late may ask somebody once more
        while (stuck.isEmpty() && !load.hasEnded()) {
            stuck = rest();
        }
        Duration healed = Duration.ofNanos(System.nanoTime() - broken);
        return new RoundResult(number, injected, judge().and(stuck), load.begun(), healed);
    }

    /** Waits until everybody has come to an end and nothing moves. @return what did not */
    private List<Finding> rest() {
        List<Finding> stuck = new ArrayList<>();
        if (!load.awaitEnd(options.pace().patience())) {
            load.stuck()
                    .forEach(
                            what -> stuck.add(new Finding(Invariant.I, "has not come to its end: " + what, List.of())));
        }
        stuck.addAll(Quiet.await(stack, options.pace().patience()));
        return stuck;
    }

    /** Lets citizens come and injects the faults meanwhile; what they began goes on when this returns. */
    List<Injected> use(List<Fault> faults, Deck deck) {
        if (faults.stream().anyMatch(fault -> fault.targets().contains(Target.CLOCK))) {
            expectations = expectations.excusing(Excuse.CLOCKS_MOVED);
        }
        Duration time = options.pace().load();
        List<Injected> injected = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> coming =
                    threads.submit(() -> load.come(time, options.pace().between()));
            List<Future<Injected>> all = new ArrayList<>();
            for (Fault fault : faults) {
                RandomGenerator dice = deck.dice();
                Duration after = Duration.ofMillis(1000 + dice.nextLong(time.toMillis() / 2));
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
        return injected;
    }

    private Injected inject(Fault fault, Duration after, RandomGenerator dice) throws InterruptedException {
        Thread.sleep(after);
        try (var _ = turns.at(fault.targets())) {
            console.progress("  " + fault.name() + ": " + fault.meaning());
            fault.injection().into(site, dice);
            return new Injected(fault, after, Optional.empty());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            return new Injected(fault, after, Optional.of(e.toString()));
        }
    }

    Standstill standstill() {
        return new Standstill(stack);
    }

    /** Everything since the start. */
    Verdict judge() {
        return Checker.judge(History.read(options.history()), stack, expectations);
    }

    /** Nobody comes any more, and nobody waits for what was begun. */
    void endLoad() {
        load.close();
    }

    @Override
    public void close() {
        endLoad();
        injector.close();
    }
}
