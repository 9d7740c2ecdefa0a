package id.sigap.faults.cli;

import id.sigap.faults.agent.Sabotage;
import id.sigap.faults.fault.Fault;
import id.sigap.faults.fault.Faults;
import id.sigap.faults.fault.OwnNamespace;
import id.sigap.faults.trial.Pace;
import id.sigap.faults.trial.SabotageTrial;
import id.sigap.faults.trial.TrialOptions;
import id.sigap.faults.trial.Trials;
import id.sigap.infrastructure.InfrastructureException;
import id.sigap.local.StackFailed;
import id.sigap.local.build.ServiceBuild;
import id.sigap.local.console.Console;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "faults",
        description = {
            "Starts a system of its own, uses it as citizens, officers and operators do, breaks it meanwhile, lets it heal,",
            "and judges from outside whether every promise was kept. Same seed, same faults."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every invariant held",
            "1:an invariant was broken; its name, the ids and the seed are printed. Or nothing could be tried, which is said"
        },
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Replays the faults and the load of an earlier run. Default: a new one.")
    private Long seed;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "How many rounds. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--case",
            paramLabel = "NAME",
            description = "Only this fault; may be given more than once. --list names them.")
    private List<String> cases = new ArrayList<>();

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "1 or 2 of every service. Default: ${DEFAULT-VALUE}.")
    private int replicas;

    @Option(
            names = "--sabotage",
            paramLabel = "NAME",
            description =
                    "Takes one of the system's guards away, or each in turn (all): exit 0 only if the checker notices. Names: inbox-off, offset-early, pointer-early, breach-without-guard, no-operator-check, late-block-forgotten, decision-untold, decline-unheard, withdrawal-unheard.")
    private String sabotage;

    @Option(names = "--list", description = "Name every fault and end.")
    private boolean list;

    private final Console console = Console.standard();

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (list) {
            Faults.all().forEach(fault -> console.line("  %-28s %s".formatted(fault.name(), fault.meaning())));
            return 0;
        }
        check();
        List<Fault> faults =
                cases.isEmpty() ? Faults.all() : cases.stream().map(this::named).toList();
        Path repository = Path.of(System.getProperty("sigap.root", "")).toAbsolutePath();
        StackFolder folder = StackFolder.at(repository.resolve(".sigap"));
        try {
            if (!OwnNamespace.isInside()) {
                // Maven needs the network that is out here
                new ServiceBuild(repository, folder.log("build"), console).bringUpToDate();
                Optional<Integer> exitCode = OwnNamespace.runAgain(
                        Main.class.getName(),
                        spec.commandLine().getParseResult().originalArgs());
                if (exitCode.isPresent()) {
                    return exitCode.get();
                }
            }
            return tried(repository, folder.root(), faults);
        } catch (StackFailed | InfrastructureException e) {
            console.bad("sigap: " + e.getMessage());
            return 1;
        }
    }

    /** What can be refused is, before anything is built or what an earlier run has left is deleted. */
    private void check() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds wants at least 1, not " + rounds);
        }
        if (replicas < 1 || replicas > 2) {
            throw new ParameterException(spec.commandLine(), "--replicas wants 1 or 2, not " + replicas);
        }
        try {
            sabotages();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private List<Sabotage> sabotages() {
        if (sabotage == null) {
            return List.of();
        }
        return sabotage.equals("all") ? List.of(Sabotage.values()) : List.of(Sabotage.named(sabotage));
    }

    private int tried(Path repository, Path home, List<Fault> faults) throws IOException {
        try (StackLock _ = StackLock.take(home.resolve("faults.lock"))
                .orElseThrow(() -> new StackFailed("faults are being tried in this checkout already"))) {
            return afresh(repository, home.resolve("faults"), faults);
        }
    }

    private int afresh(Path repository, Path data, List<Fault> faults) {
        long chosen = seed == null ? RandomGenerator.getDefault().nextLong(1_000_000) : seed;
        new StackFolder(data, data).deleteData();
        var options = new TrialOptions(repository, data, chosen, replicas, Pace.LONG);
        return passes(options, faults) ? 0 : 1;
    }

    private boolean passes(TrialOptions options, List<Fault> faults) {
        if (sabotage == null) {
            return new Trials(options, console).run(faults, rounds);
        }
        boolean allCaught = true;
        for (Sabotage one : sabotages()) {
            TrialOptions apart = options.in(options.folder().resolve(one.id())).at(Pace.HOPELESS);
            allCaught &= new SabotageTrial(apart, console).isCaught(one);
        }
        return allCaught;
    }

    private Fault named(String name) {
        return Faults.named(name)
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "no fault is called " + name + "; ./sigap faults --list names them"));
    }
}
