package id.sigap.pages;

import id.sigap.local.StackFailed;
import id.sigap.local.build.ServiceBuild;
import id.sigap.local.console.Console;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "pages",
        description = {
            "What Lighthouse says of every page, on a slow phone: performance, accessibility, best practices, SEO.",
            "Measures the stack that runs here (./sigap up), or one of its own that it starts and stops."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every page reaches the bar", "1:one doesn't, or could not be measured"},
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each page is measured; the median counts. Default: ${DEFAULT-VALUE}.")
    private int runs;

    @Option(
            names = "--only",
            paramLabel = "PAGE",
            split = ",",
            description = "Measure only these; the others are only passed through.")
    private List<String> only = List.of();

    private final Console console = Console.standard();
    private final Path repository =
            Path.of(System.getProperty("sigap.root", "")).toAbsolutePath();
    private final StackFolder folder = StackFolder.at(repository.resolve(".sigap"));

    static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }

    @Override
    public Integer call() {
        if (runs < 1) {
            throw new ParameterException(spec.commandLine(), "--runs wants at least 1, not " + runs);
        }
        try {
            Lighthouse lighthouse = Lighthouse.in(folder.root().resolve("lighthouse"), console);
            Optional<Stack> running = Stack.running(folder);
            if (running.isPresent()) {
                return measure(lighthouse, running.get());
            }
            new ServiceBuild(repository, folder.log("build"), console).bringUpToDate();
            StackFolder own = StackFolder.at(folder.root().resolve("pages-stack"));
            try (LocalStack stack = LocalStack.prepare(StackOptions.forTest(repository, own.root(), console))) {
                own.deleteData(); // nobody else uses it now
                stack.launch();
                return measure(lighthouse, stack.description());
            }
        } catch (StackFailed | IllegalArgumentException | UncheckedIOException e) {
            console.bad("sigap: " + e.getMessage());
            return 1;
        }
    }

    private int runs(Visit visit) {
        return only.isEmpty() || only.contains(visit.name()) ? runs : 0;
    }

    private int measure(Lighthouse lighthouse, Stack stack) {
        Path reports = folder.root().resolve("pages");
        try {
            Files.createDirectories(reports);
            List<Visit> visits = new Journey(stack).visits();
            List<String> unknown = only.stream()
                    .filter(name ->
                            visits.stream().noneMatch(visit -> visit.name().equals(name)))
                    .toList();
            if (!unknown.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no page is called " + String.join(", ", unknown) + "; there are "
                                + visits.stream().map(Visit::name).distinct().collect(Collectors.joining(", ")));
            }
            Scorecard card = new Scorecard(lighthouse.measure(visits, this::runs, reports));
            card.print(console);
            Files.writeString(reports.resolve("table.md"), card.markdown());
            console.line("  what Lighthouse found on each page: " + repository.relativize(reports)
                    + "/*.html; the table for a document: table.md");
            return card.isPassed() ? 0 : 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
