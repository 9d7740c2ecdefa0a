package id.sigap.bench;

import id.sigap.bench.chat.ChatBench;
import id.sigap.bench.deadlines.DeadlinesBench;
import id.sigap.bench.fanout.FanOutBench;
import id.sigap.bench.intake.IntakeBench;
import id.sigap.bench.pipeline.PipelineBench;
import id.sigap.bench.relay.RelayBench;
import id.sigap.bench.report.Report;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Setup;
import id.sigap.local.StackFailed;
import id.sigap.local.build.ServiceBuild;
import id.sigap.local.console.Console;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "bench",
        description = {
            "Measures how fast it is, each number beside the limit of this machine measured in the same run.",
            "Starts what it needs on free ports, with data of its own in .sigap/bench, which the next run deletes."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:measured; missed bars are named", "1:something could not be measured"},
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    static final List<Bench> BENCHES = List.of(
            new IntakeBench(),
            new RelayBench(),
            new PipelineBench(),
            new ChatBench(),
            new DeadlinesBench(),
            new FanOutBench());

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(
            paramLabel = "BENCH",
            defaultValue = "all",
            description = "intake, relay, pipeline, chat, deadlines, fanout or all. Default: all.")
    private List<String> names;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the numbers there, too.")
    private Path json;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "5",
            description = "Rounds of subject and limit each; the median counts. Default: ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(
            names = "--profile",
            description =
                    "Have each service record where its time goes (JFR); the recordings lie in .sigap/bench/profiles.")
    private boolean profile;

    @Option(names = "--smoke", hidden = true, description = "As little work as shows that everything runs.")
    private boolean smoke;

    private final Console console = Console.standard();

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        check();
        List<Bench> chosen = names.contains("all")
                ? BENCHES
                : names.stream().map(this::named).toList();
        Path repository = Path.of(System.getProperty("sigap.root", "")).toAbsolutePath();
        StackFolder folder = StackFolder.at(repository.resolve(".sigap"));
        try {
            new ServiceBuild(repository, folder.log("build"), console).bringUpToDate();
            Report report = new Report(measured(chosen, repository, folder.root()));
            report.print(console);
            if (json != null) {
                report.write(json);
            }
            return 0;
        } catch (StackFailed e) {
            console.bad(e.getMessage());
            return 1;
        }
    }

    /** Before minutes have gone by. */
    private void check() {
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds wants at least 1, not " + rounds);
        }
        if (json != null && !Files.isDirectory(json.toAbsolutePath().getParent())) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--json: there is no folder " + json.toAbsolutePath().getParent());
        }
    }

    private List<Row> measured(List<Bench> chosen, Path repository, Path home) throws IOException {
        try (StackLock _ = StackLock.take(home.resolve("bench.lock"))
                .orElseThrow(() -> new StackFailed("something is being measured in this checkout already"))) {
            Setup.Scale scale = smoke ? Setup.Scale.SMOKE : Setup.Scale.FULL;
            var setup = new Setup(repository, home.resolve("bench"), rounds, scale, profile, console);
            new StackFolder(setup.folder(), setup.folder()).deleteData();
            List<Row> rows = new ArrayList<>();
            for (Bench bench : chosen) {
                console.heading(bench.name() + ": " + bench.meaning());
                rows.addAll(bench.run(setup));
            }
            return rows;
        }
    }

    private Bench named(String name) {
        return BENCHES.stream()
                .filter(bench -> bench.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "no benchmark is called " + name + "; there are "
                                + BENCHES.stream().map(Bench::name).collect(Collectors.joining(", "))));
    }
}
