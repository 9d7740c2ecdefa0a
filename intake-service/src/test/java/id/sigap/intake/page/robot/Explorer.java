package id.sigap.intake.page.robot;

import id.sigap.browser.InstalledBrowser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Bombadil, which explores pages by itself and looks at each for what every page owes; fetched from npm, no script of any package is run. */
public final class Explorer {

    private static final Path HOME = Path.of("target", "explorer").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "pages.ts");
    private static final Duration FETCHING = Duration.ofMinutes(5);
    /** Beyond the time it may explore. */
    private static final Duration ENDING = Duration.ofMinutes(2);

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

    /** @return what it found, with the way it took; empty if every page gave what it owes */
    static Optional<String> explore(String origin, Duration time) throws IOException, InterruptedException {
        Files.createDirectories(HOME);
        for (String file : FILES) {
            try (InputStream ours = Explorer.class.getResourceAsStream("/explorer/" + file)) {
                Files.copy(ours, HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Path log = HOME.resolve("log.txt");
        run(log, FETCHING, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error");
        int found = run(
                log,
                time.plus(ENDING),
                "node_modules/.bin/bombadil",
                "browser",
                "test",
                origin,
                "pages.ts",
                "--headless",
                "--no-sandbox",
                "--exit-on-violation",
                "--output-path-overwrite",
                "--output-path",
                "trace",
                "--width",
                "360",
                "--height",
                "740",
                "--time-limit",
                time.toSeconds() + "s");
        return found == 0
                ? Optional.empty()
                : Optional.of(Files.readString(log) + "\nThe way it took: " + HOME.resolve("trace"));
    }

    private static int run(Path log, Duration atMost, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(HOME.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(atMost.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(command[0] + " has not ended: " + Files.readString(log));
            }
            return process.exitValue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
