package id.sigap.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the directory's files once, at start: a contradiction in them stops the service before it routes anything. */
@ApplicationScoped
class DirectoryInForce {

    @Produces
    @Singleton
    OperatorDirectory directory() {
        return new OperatorDirectory(DirectoryFiles.operators(), DirectoryFiles.allocations());
    }
}
