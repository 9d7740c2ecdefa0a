package id.sigap.local.build;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.process.Maven;
import id.sigap.local.service.Service;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the services whose sources changed, and shows how far it is. */
public final class ServiceBuild {

    private static final Pattern MODULE = Pattern.compile("\\[INFO] Building (.+?) +\\[(\\d+)/(\\d+)]");
    private static final int SHOWN_ERRORS = 20;
    private static final int FETCHED_STEP = 100;

    private final SourceTree sources;
    private final Path log;
    private final Console console;
    private int fetched;

    /** @param log Maven's whole output */
    public ServiceBuild(Path repository, Path log, Console console) {
        this.sources = new SourceTree(repository);
        this.log = log;
        this.console = console;
    }

    /** @throws StackFailed with Maven's errors, if it fails */
    public void bringUpToDate() {
        bringUpToDate(EnumSet.allOf(Service.class));
    }

    /**
     * These services only.
     *
     * @throws StackFailed with Maven's errors, if it fails
     */
    public void bringUpToDate(Set<Service> services) {
        List<Service> stale =
                sources.stale().stream().filter(services::contains).toList();
        if (stale.isEmpty()) {
            return;
        }
        console.progress("building " + stale.stream().map(Service::id).collect(Collectors.joining(", ")) + " (log: "
                + log + ")");
        FileTime began = FileTime.from(Instant.now());
        try {
            Files.createDirectories(log.getParent());
            Process maven = start(stale);
            Thread stopper = new Thread(maven::destroy);
            Runtime.getRuntime().addShutdownHook(stopper);
            follow(maven);
            int exit = maven.waitFor();
            Runtime.getRuntime().removeShutdownHook(stopper);
            if (exit != 0) {
                throw new StackFailed("the build failed; the whole story is in " + log + "\n" + errors());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run Maven", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted while building", e);
        }
        stale.forEach(service -> sources.builtAsOf(service, began));
    }

    private Process start(List<Service> services) throws IOException {
        String modules = services.stream().map(Service::id).collect(Collectors.joining(","));
        Maven maven = new Maven(sources.repository());
        ProcessBuilder builder = new ProcessBuilder(
                        maven.program(), "-B", "-Dmaven.test.skip=true", "-pl", modules, "-am", "package")
                .directory(sources.repository().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true);
        builder.environment().putAll(maven.environment());
        return builder.start();
    }

    private void follow(Process maven) throws IOException {
        try (BufferedReader output = maven.inputReader();
                BufferedWriter file = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                file.write(line);
                file.newLine();
                show(line);
            }
        }
    }

    private void show(String line) {
        Matcher module = MODULE.matcher(line);
        if (module.lookingAt()) {
            console.progress("  %s of %s: %s".formatted(module.group(2), module.group(3), module.group(1)));
        } else if (line.contains("Downloaded from") && ++fetched % FETCHED_STEP == 0) {
            console.progress("  fetched " + fetched + " files");
        }
    }

    private String errors() throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.startsWith("[ERROR]"))
                    .limit(SHOWN_ERRORS)
                    .collect(Collectors.joining("\n"));
        }
    }
}
