package id.sigap.local.build;

import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What each service is built from, and whether that is newer than what was built. Times are enough, as they are for make. */
record SourceTree(Path repository) {

    /** Parts of the platform that no service contains. */
    private static final Set<String> NOT_IN_SERVICES = Set.of(
            "browser-testing",
            "embedded-infrastructure",
            "kafka-broker",
            "test-floors",
            "test-support",
            "infrastructure-tests",
            "reliable-events-tests");

    /** The services that must be built. */
    List<Service> stale() {
        FileTime shared = newest(shared());
        return Stream.of(Service.values())
                .filter(service -> isStale(service, shared))
                .toList();
    }

    private boolean isStale(Service service, FileTime shared) {
        Path built = built(service);
        if (!Files.exists(built)) {
            return true;
        }
        FileTime own = newest(inputs(repository.resolve(service.id())));
        FileTime newest = own.compareTo(shared) > 0 ? own : shared;
        return newest.compareTo(modified(built)) > 0;
    }

    /**
     * Remembers that a service was built from what was there at this time, so that what was edited while Maven ran counts as newer.
     *
     * @param began just before Maven started
     */
    void builtAsOf(Service service, FileTime began) {
        try {
            Files.setLastModifiedTime(built(service), began);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path built(Service service) {
        return repository.resolve(service.id()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private List<Path> shared() {
        List<Path> inputs = new ArrayList<>(List.of(repository.resolve("pom.xml")));
        inputs.addAll(inputs(repository.resolve("event-contracts")));
        try (Stream<Path> modules = Files.list(repository.resolve("platform"))) {
            modules.filter(module ->
                            !NOT_IN_SERVICES.contains(module.getFileName().toString()))
                    .forEach(module -> inputs.addAll(inputs(module)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return inputs;
    }

    private static List<Path> inputs(Path module) {
        return Stream.of(module.resolve("pom.xml"), module.resolve("src/main"))
                .filter(Files::exists)
                .toList();
    }

    /** Folders count too: their time tells that something in them was deleted. */
    private static FileTime newest(List<Path> inputs) {
        return inputs.stream()
                .flatMap(SourceTree::within)
                .max(FileTime::compareTo)
                .orElse(FileTime.fromMillis(0));
    }

    private static Stream<FileTime> within(Path input) {
        try (Stream<Path> files = Files.walk(input)) {
            return files.map(SourceTree::modified).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
