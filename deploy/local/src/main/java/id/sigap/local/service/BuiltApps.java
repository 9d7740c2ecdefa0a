package id.sigap.local.service;

import id.sigap.local.StackFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The services as Maven left them. */
record BuiltApps(Path repository) implements Apps {

    static Path folder(Path repository, Service service) {
        return repository.resolve(service.id()).resolve("target").resolve("quarkus-app");
    }

    @Override
    public App of(Service service) {
        Path runner = folder(repository, service).resolve(ServiceJvm.RUNNER);
        if (!Files.exists(runner)) {
            throw new StackFailed(service + " is not built: " + runner + " is missing");
        }
        return new App(runner, Optional.empty(), ServiceJvm.versionOf(runner));
    }

    @Override
    public Optional<Path> missingCache(Service service) {
        return Optional.empty();
    }

    @Override
    public void giveUpCache(Service service) {
        throw new IllegalStateException("no cache is ever trained for " + service + " here");
    }
}
