package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.ProcessIdentity;
import id.sigap.local.stack.StackState;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Starts the stack in a process of its own that outlives this one, and shows how it comes up. */
final class Detached {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STOP = Duration.ofSeconds(45);

    private final Workplace workplace;
    private final Console console;

    Detached(Workplace workplace) {
        this.workplace = workplace;
        this.console = workplace.console();
    }

    /** @throws StackFailed if it doesn't come up; the reason has been shown then */
    void start(StartOptions options) throws IOException, InterruptedException {
        Path log = workplace.folder().log("sigap");
        Files.createDirectories(log.getParent());
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(command(options))
                .directory(workplace.repository().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        ProcessIdentity supervisor = ProcessIdentity.of(process.toHandle());
        // whoever interrupts while it starts doesn't want it
        Thread undo = new Thread(() -> supervisor.stop(STOP));
        Runtime.getRuntime().addShutdownHook(undo);
        boolean ready = follow(process, log);
        Runtime.getRuntime().removeShutdownHook(undo);
        StackState state =
                workplace.running().filter(_ -> ready).orElseThrow(() -> new StackFailed("it did not start"));
        console.good("ready after %.1f s".formatted(console.elapsed().toMillis() / 1000.0));
        new Addresses(workplace.describe(state), workplace.repository()).print(console);
        console.line("  ./sigap down stops everything.");
    }

    /** Of a stack that somebody else starts. @throws StackFailed if it doesn't come up */
    void awaitReady() throws InterruptedException {
        Optional<StackState> state = workplace.running();
        while (state.filter(it -> it.phase() != StackState.Phase.READY).isPresent()) {
            Thread.sleep(POLL);
            state = workplace.running();
        }
        if (state.isEmpty()) {
            throw new StackFailed(
                    "it did not start; its log: " + workplace.folder().log("sigap"));
        }
    }

    /** Shows what the supervisor says until it is ready (true) or has ended (false). */
    private boolean follow(Process supervisor, Path log) throws IOException, InterruptedException {
        try (BufferedReader lines = Files.newBufferedReader(log)) {
            while (true) {
                boolean ended = supervisor.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS);
                boolean ready = workplace
                        .running()
                        .filter(state -> state.phase() == StackState.Phase.READY)
                        .isPresent();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    console.line(line);
                }
                if (ready || ended) {
                    return ready;
                }
            }
        }
    }

    /** This very program again, in a session of its own where the system can do that: a closed terminal doesn't end it. */
    private static List<String> command(StartOptions options) {
        List<String> command = new ArrayList<>();
        command.add(Files.isExecutable(Path.of("/usr/bin/setsid")) ? "setsid" : "nohup");
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.add(SuperviseCommand.NAME);
        command.addAll(options.asArguments());
        return command;
    }
}
