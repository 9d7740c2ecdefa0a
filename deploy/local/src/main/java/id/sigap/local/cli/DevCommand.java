package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.local.service.LiveApps;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.PortPlan;
import id.sigap.local.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "dev",
        description = {
            "Work on one service: it runs from its sources and takes in what you edit at the next call, a debugger can attach.",
            "Everything else as with up: infrastructure, the other services as built, the same ports, logins and data."
        },
        mixinStandardHelpOptions = true)
final class DevCommand implements Callable<Integer> {

    private static final String PROFILE = "dev";

    private final Workplace workplace;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SERVICE", description = "Such as ticket-service, or ticket.")
    private String name;

    @Mixin
    private PlaceOptions options;

    DevCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws Exception {
        Service live = Service.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), StartOptions.unknown(name).getMessage()));
        Optional<StackState> running = workplace.running();
        if (running.isPresent()) {
            throw Workplace.alreadyRuns(running.get());
        }
        Console console = workplace.console();
        Starter starter = new Starter(workplace, options);
        Set<Service> others = EnumSet.complementOf(EnumSet.of(live));
        starter.build(others);
        PortPlan ports = starter.ports();
        tell(live, console);
        console.progress("starting " + live + " from its sources; Maven compiles them first");
        LocalStack stack = starter.start(workplace.folder(), wanted -> wanted.profile(PROFILE)
                .apps(built -> new LiveApps(live, built, workplace.repository(), ports.debugger())));
        console.good("ready after %.1f s".formatted(console.elapsed().toMillis() / 1000.0));
        new Addresses(stack.description(), workplace.repository()).print(console);
        console.blank();
        console.line("  %s runs from its sources: what you edit there or in platform is taken in when %s is called next"
                .formatted(live, stack.description().api(live)));
        console.line("  a debugger can attach at localhost:" + ports.debugger());
        console.line("  Ctrl-C stops everything.");
        new CountDownLatch(1).await(); // until the process is asked to end
        return 0;
    }

    /** From now on the console tells what the service's log says: a mistake in its sources is seen where one waits for it. */
    private void tell(Service live, Console console) throws IOException {
        Path log = workplace.folder().log(live.replica(1).id());
        Files.createDirectories(log.getParent());
        Files.writeString(log, "");
        GrowingLog lines = GrowingLog.open(log);
        Thread.ofVirtual().start(() -> {
            try (lines) {
                lines.follow(console);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
