package id.sigap.local.cli;

import id.sigap.infrastructure.Account;
import id.sigap.local.StackFailed;
import id.sigap.local.actors.OfficerOnDuty;
import id.sigap.local.console.Console;
import id.sigap.local.demo.Scenario;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackState;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = {
            "Start everything and play the whole procedure through it, on data of its own.",
            "Without --once it stays up afterwards, to look around; run demo again to play it again."
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

    private static final String PROFILE = "demo";

    private final Workplace workplace;

    @Mixin
    private StartOptions options;

    @Option(names = "--once", description = "Stop everything at the end; exit 0 only if every step passed.")
    private boolean once;

    DemoCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        Scenario scenario = ServiceLoader.load(Scenario.class)
                .findFirst()
                .orElseThrow(() -> new StackFailed("no scenario is on the class path"));
        Optional<StackState> running = workplace.running();
        if (running.isPresent()) {
            return again(scenario, running.get());
        }
        Starter starter = new Starter(workplace, options);
        starter.build();
        StackFolder folder = workplace.folder().withData("demo-data");
        LocalStack stack =
                starter.startAfresh(folder, wanted -> wanted.profile(PROFILE).with(scenario.settings()));
        if (once) {
            try (stack) {
                return play(scenario, stack.description());
            }
        }
        play(scenario, stack.description());
        new Addresses(stack.description(), workplace.repository()).print(workplace.console());
        Console console = workplace.console();
        console.line("  Report a number at " + stack.description().api(Service.INTAKE)
                + ": a scripted officer is there to chat with.");
        console.line("  Ctrl-C stops everything.");
        try (var _ = new OfficerOnDuty(stack.description(), Account.BUDI)) {
            new CountDownLatch(1).await(); // until the process is asked to end
        }
        return 0;
    }

    private int again(Scenario scenario, StackState state) {
        if (once || !state.profile().equals(PROFILE)) {
            throw Workplace.alreadyRuns(state);
        }
        return play(scenario, workplace.describe(state));
    }

    private int play(Scenario scenario, Stack stack) {
        Console console = workplace.console();
        Scenario.Outcome outcome = scenario.play(stack, console);
        console.line("demo: %d passed, %d failed".formatted(outcome.passed(), outcome.failed()));
        return outcome.failed() == 0 ? 0 : Main.FAILED;
    }
}
