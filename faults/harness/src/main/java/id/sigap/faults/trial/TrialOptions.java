package id.sigap.faults.trial;

import java.nio.file.Path;

/**
 * @param repository the checkout whose services are tried
 * @param folder where data, logs and the clients' histories go; emptied first
 * @param seed of the load and of the faults
 * @param replicas of each service
 * @param pace how the load comes
 */
public record TrialOptions(Path repository, Path folder, long seed, int replicas, Pace pace) {

    public TrialOptions in(Path folder) {
        return new TrialOptions(repository, folder, seed, replicas, pace);
    }

    public TrialOptions at(Pace pace) {
        return new TrialOptions(repository, folder, seed, replicas, pace);
    }
}
