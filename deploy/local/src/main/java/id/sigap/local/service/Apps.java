package id.sigap.local.service;

import id.sigap.local.process.Launch;
import java.nio.file.Path;
import java.util.Optional;

/** Where the services' builds come from. */
public interface Apps {

    /** The service, ready to run. */
    App of(Service service);

    /** How one of its service's processes is started. */
    default Launch launch(Replica replica, Jvm jvm, Path settings, Path directory, Path log) {
        return ServiceJvm.run(replica, of(replica.service()), jvm, settings, directory, log);
    }

    /** Where a cache for this service belongs, if one should be trained before the service starts for good. */
    Optional<Path> missingCache(Service service);

    /** Nobody shall train this build again: it failed. */
    void giveUpCache(Service service);

    /** Straight from each module's {@code target} folder, for tests: nothing is copied or trained. */
    static Apps builtIn(Path repository) {
        return new BuiltApps(repository);
    }
}
