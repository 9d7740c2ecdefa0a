package id.sigap.local.stack;

import java.util.Set;

/**
 * How the parts below the services are to run.
 *
 * @param disks what is on a disk of its own; needs root on Linux
 * @param clocks whose clock can be set wrong; needs libfaketime
 * @param flushedKafka true: the broker acknowledges what is on disk, as one without replicas must; false: what a power cut takes is gone
 */
public record InfrastructureOptions(Set<Disk> disks, Set<Clocked> clocks, boolean flushedKafka) {

    static final InfrastructureOptions ORDINARY = new InfrastructureOptions(Set.of(), Set.of(), true);

    public InfrastructureOptions {
        disks = Set.copyOf(disks);
        clocks = Set.copyOf(clocks);
    }
}
