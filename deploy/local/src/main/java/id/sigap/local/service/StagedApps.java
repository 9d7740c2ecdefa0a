package id.sigap.local.service;

import id.sigap.local.StackFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A copy of each build, with its AOT cache beside it, in {@code <folder>/<service>/<fingerprint>/}. A running service must not lose its jars
 * to the next {@code mvn package}, and a cache only fits the very files it was trained over.
 */
public final class StagedApps implements Apps {

    private static final String CACHE = "app.aot";
    private static final String GIVEN_UP = "app.aot.failed";

    private final Path repository;
    private final Path folder;
    /** Copied here in place of an older build: a cache would take longer to train than it saves, until the build is started a second time. */
    private final Set<Service> renewed = ConcurrentHashMap.newKeySet();

    /** @param folder where the copies go */
    public StagedApps(Path repository, Path folder) {
        this.repository = repository;
        this.folder = folder;
    }

    /** Copies the build unless that has been done, and drops copies of older builds: nothing may be running from them. */
    @Override
    public App of(Service service) {
        try {
            Path stage = stage(service);
            Path runner = stage.resolve(ServiceJvm.RUNNER);
            return new App(
                    runner,
                    Optional.of(stage.resolve(CACHE)).filter(Files::exists),
                    ServiceJvm.versionOf(runner) + " "
                            + stage.getFileName().toString().substring(0, 8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy the build of " + service, e);
        }
    }

    @Override
    public Optional<Path> missingCache(Service service) {
        Path stage = of(service).runner().getParent();
        boolean settled = renewed.contains(service)
                || Files.exists(stage.resolve(CACHE))
                || Files.exists(stage.resolve(GIVEN_UP));
        return settled ? Optional.empty() : Optional.of(stage.resolve(CACHE));
    }

    @Override
    public void giveUpCache(Service service) {
        Path stage = of(service).runner().getParent();
        try {
            Files.writeString(stage.resolve(GIVEN_UP), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path stage(Service service) throws IOException {
        Path build = BuiltApps.folder(repository, service);
        if (!Files.exists(build.resolve(ServiceJvm.RUNNER))) {
            throw new StackFailed(service + " is not built: " + build + " is missing");
        }
        Path stages = folder.resolve(service.id());
        Path stage = stages.resolve(fingerprint(build));
        if (!Files.exists(stage)) {
            Files.createDirectories(stages);
            if (deleteAllIn(stages)) {
                renewed.add(service);
            }
            Path copy = stages.resolve("copying");
            copy(build, copy);
            Files.move(copy, stage, StandardCopyOption.ATOMIC_MOVE);
        }
        return stage;
    }

    /** Of what the JVM itself compares when it takes a cache: names, sizes and times of the files, and which JVM it is. */
    private static String fingerprint(Path build) throws IOException {
        try (Stream<Path> files = Files.walk(build)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String line =
                        build.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file) + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /** @return whether there was anything */
    private static boolean deleteAllIn(Path folder) throws IOException {
        List<Path> old;
        try (Stream<Path> files = Files.walk(folder)) {
            old = files.filter(file -> !file.equals(folder))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
        for (Path file : old) {
            Files.delete(file);
        }
        return !old.isEmpty();
    }
}
