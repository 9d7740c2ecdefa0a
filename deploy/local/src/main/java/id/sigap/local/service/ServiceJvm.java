package id.sigap.local.service;

import id.sigap.local.process.Launch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** How a service's JVM is started. */
public final class ServiceJvm {

    static final String RUNNER = "quarkus-run.jar";

    private ServiceJvm() {}

    /** Runs the service, with its cache where there is one that fits. */
    public static Launch run(Replica replica, App app, Jvm jvm, Path settings, Path directory, Path log) {
        List<String> cache = app.aotCache().filter(_ -> jvm.takesCache()).stream()
                // a class the cache doesn't have is loaded as ever: nothing to put between a log's JSON lines
                .flatMap(file -> Stream.of("-XX:AOTCache=" + file, "-Xlog:aot*=error"))
                .toList();
        return launch(replica, app, jvm, settings, directory, log, cache);
    }

    /** Runs the service and, at its end, writes what the JVM learnt to the cache. */
    public static Launch train(Replica replica, App app, Jvm jvm, Path settings, Path directory, Path log, Path cache) {
        return launch(replica, app, jvm, settings, directory, log, List.of("-XX:AOTCacheOutput=" + cache));
    }

    private static Launch launch(
            Replica replica, App app, Jvm jvm, Path settings, Path directory, Path log, List<String> aot) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // the same flags must stand at training and at use, or the JVM refuses the cache
        command.addAll(jvm.flagsFor(replica));
        command.addAll(aot);
        command.add("-Dquarkus.config.locations=" + settings.toUri());
        command.add("-jar");
        command.add(app.runner().toString());
        return new Launch(replica.id(), command, directory, jvm.environmentFor(replica), log);
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
