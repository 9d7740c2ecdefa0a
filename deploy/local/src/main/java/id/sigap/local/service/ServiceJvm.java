package id.sigap.local.service;

import id.sigap.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** How a service's JVM is started: small, because five share a laptop. */
public final class ServiceJvm {

    static final String RUNNER = "quarkus-run.jar";

    /** Five of these stay below 1.5 GB together. The same flags must stand at training and at use, or the JVM refuses the cache. */
    private static final List<String> FLAGS = List.of(
            "-Xms32m",
            "-Xmx160m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8");

    /** glibc keeps an arena per thread otherwise: tens of megabytes for nothing. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private ServiceJvm() {}

    /**
     * Runs the service, with its cache where there is one.
     *
     * @param more flags after the usual ones
     */
    public static Launch run(Replica replica, App app, Path settings, Path directory, Path log, List<String> more) {
        List<String> flags = new ArrayList<>();
        // a class the cache doesn't have is loaded as ever: nothing to put between a log's JSON lines
        app.aotCache().ifPresent(cache -> flags.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error")));
        flags.addAll(more);
        return launch(replica, app, settings, directory, log, flags);
    }

    /** Runs the service and, at its end, writes what the JVM learnt to the cache. */
    public static Launch train(Replica replica, App app, Path settings, Path directory, Path log, Path cache) {
        return launch(replica, app, settings, directory, log, List.of("-XX:AOTCacheOutput=" + cache));
    }

    private static Launch launch(Replica replica, App app, Path settings, Path directory, Path log, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.add("-Dquarkus.config.locations=" + settings.toUri());
        command.add("-jar");
        command.add(app.runner().toString());
        return new Launch(replica.id(), command, directory, ENVIRONMENT, log);
    }

    /** As Maven wrote it into the jar; "unknown" if it did not. */
    static String versionOf(Path runner) {
        try (JarFile jar = new JarFile(runner.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(manifest -> manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION))
                    .orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + runner, e);
        }
    }
}
