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
     * @return all that it did and found
     */
    static String explore(String origin, Duration time) throws IOException, InterruptedException {
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
            run(ROUND.plus(ENDING), command(origin));
            all.append(said());
        }
        return all.toString();
    }

    private static String[] command(String origin) {
        return new String[] {
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
            ROUND.toSeconds() + "s"
        };
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
