package id.sigap.pages;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.browser.InstalledBrowser;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** The version of Lighthouse that the lock file names, in a folder of its own, and the browser of this machine. */
final class Lighthouse {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOCK = "package-lock.json";
    private static final List<String> FILES = List.of("package.json", LOCK, "measure.mjs");
    /** npm leaves it when everything has been put in place. */
    private static final Path INSTALLED = Path.of("node_modules", ".package-lock.json");

    private static final String HOW_TO_GET_NODE =
            "Lighthouse needs Node.js 18.20 or later with npm, and %s is not on the PATH."
                    + " ./sigap tools --all --install gets Debian's nodejs and npm; elsewhere: https://nodejs.org";

    private final Path home;
    private final Path browser;
    private final Console console;

    private Lighthouse(Path home, Path browser, Console console) {
        this.home = home;
        this.browser = browser;
        this.console = console;
    }

    /**
     * Installs it where it isn't yet, or isn't the version wanted; no script of any package is run.
     *
     * @param home a folder that git ignores
     * @throws StackFailed if Node.js or a browser is missing, or the registry doesn't answer
     */
    static Lighthouse in(Path home, Console console) {
        Path browser =
                InstalledBrowser.findForMeasuring().orElseThrow(() -> new StackFailed(InstalledBrowser.HOW_TO_GET_ONE));
        requireOnPath("node");
        requireOnPath("npm");
        try {
            Files.createDirectories(home);
            boolean same = Files.exists(home.resolve(INSTALLED)) && isSame(home.resolve(LOCK));
            for (String file : FILES) {
                try (InputStream ours = resource(file)) {
                    Files.copy(ours, home.resolve(file), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            if (!same) {
                console.progress("fetching Lighthouse (about 180 MB, once)");
                run(home, console, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Lighthouse(home, browser, console);
    }

    private static boolean isSame(Path lock) throws IOException {
        try (InputStream ours = resource(LOCK)) {
            return Files.exists(lock) && Arrays.equals(Files.readAllBytes(lock), ours.readAllBytes());
        }
    }

    private static InputStream resource(String name) {
        return Lighthouse.class.getResourceAsStream(name);
    }

    private static void requireOnPath(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        if (Arrays.stream(path.split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new StackFailed(HOW_TO_GET_NODE.formatted(program));
        }
    }

    /**
     * @param runs how often each is measured; 0 where it is only passed through
     * @param folder for each run's report, as JSON and to look at
     */
    List<PageResult> measure(List<Visit> visits, ToIntFunction<Visit> runs, Path folder) {
        try {
            Path plan = folder.resolve("plan.json");
            JSON.writeValue(plan.toFile(), plan(visits, runs, folder));
            run(home, console, "node", "measure.mjs", plan.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visits.stream()
                .filter(visit -> runs.applyAsInt(visit) > 0)
                .map(visit -> read(visit, runs.applyAsInt(visit), folder))
                .toList();
    }

    private static PageResult read(Visit visit, int runs, Path folder) {
        return new PageResult(
                visit.name(),
                visit.categories(),
                IntStream.rangeClosed(1, runs)
                        .mapToObj(run -> folder.resolve("%s-%d.json".formatted(visit.name(), run)))
                        .map(file -> Reading.of(file, visit.categories()))
                        .toList());
    }

    private Map<String, Object> plan(List<Visit> visits, ToIntFunction<Visit> runs, Path folder) {
        return Map.of(
                "browser",
                browser.toString(),
                "folder",
                folder.toString(),
                "visits",
                visits.stream()
                        .map(visit -> Map.of(
                                "name",
                                visit.name(),
                                "answersForm",
                                visit.answersForm(),
                                "runs",
                                runs.applyAsInt(visit),
                                "categories",
                                visit.categories().stream().map(Category::id).toList(),
                                "steps",
                                visit.steps()))
                        .toList());
    }

    /** Says what the program says, line by line. @throws StackFailed if it fails, with its last words */
    private static void run(Path folder, Console console, String... command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                console.progress(line);
            }
            if (process.waitFor() != 0) {
                throw new StackFailed("%s failed: %s"
                        .formatted(
                                command[0],
                                String.join("\n", said.subList(Math.max(0, said.size() - 5), said.size()))));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted", e);
        } finally {
            process.destroy();
        }
    }
}
