package id.sigap.browser;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Bombadil, which explores pages by itself and looks at each for what every page owes; fetched from npm, no script of any package is run. */
public final class Explorer {

    private static final Path HOME = Path.of("target", "explorer").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "pages.ts");
    private static final Duration FETCHING = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Duration ENDING = Duration.ofSeconds(15);
    private static final String LOG = "log.txt";

    private Explorer() {}

    /** Why it can't be used here; empty if it can. */
    public static Optional<String> unavailable() {
        boolean npm = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
        return npm
                ? InstalledBrowser.unavailable()
                : Optional.of(
                        "no Node.js with npm found: ./sigap tools --all --install gets Debian's; elsewhere it comes from https://nodejs.org");
    }

    /**
     * Explores in rounds, each from the beginning; a round whose browser no longer answers ends there.
     *
     * @param start the first page; other sites are left alone
     * @throws AssertionError if a page didn't give what every page owes; with all that was done
     */
    public static void explore(String start, Duration time) throws Exception {
        explore(start, time, () -> "");
    }

    /** @param cookie with which it comes in each round, as {@code name=value}: it may have logged out in the last. Empty for none */
    public static void explore(String start, Duration time, Callable<String> cookie) throws Exception {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            try (InputStream ours = Explorer.class.getResourceAsStream("/explorer/" + file)) {
                Files.copy(ours, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        if (!run(FETCHING, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")) {
            throw new IllegalStateException("npm: " + said());
        }
        var all = new StringBuilder();
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            run(ROUND.plus(ENDING), command(start, cookie.call()));
            all.append(said());
        }
        String report = all.toString();
        if (report.contains("was violated")) {
            throw new AssertionError(report);
        }
        if (report.lines().filter(line -> line.contains("Clicking")).count() < time.toSeconds() / 10) {
            throw new AssertionError("it hardly did anything: " + report);
        }
    }

    private static String[] command(String start, String cookie) {
        List<String> command =
                new ArrayList<>(List.of("node_modules/.bin/bombadil", "browser", "test", start, "pages.ts"));
        command.addAll(List.of("--headless", "--no-sandbox", "--width", "360", "--height", "740"));
        command.addAll(List.of("--exit-on-violation", "--time-limit", ROUND.toSeconds() + "s"));
        command.addAll(List.of("--output-path", "trace", "--output-path-overwrite"));
        if (!cookie.isEmpty()) {
            command.addAll(List.of("--cookie", cookie));
        }
        return command.toArray(String[]::new);
    }

    private static String said() throws IOException {
        return Files.readString(HOME.resolve(LOG));
    }

    /** @return whether it ended well, and in time */
    private static boolean run(Duration atMost, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(HOME.resolve(LOG).toFile())
                .start();
        try {
            return process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
