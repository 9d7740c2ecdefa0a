package id.sigap.local.stack;

import id.sigap.infrastructure.Volume;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The disks of a stack, as many as were asked for; mounted before anybody writes there, taken off after the last. */
final class Disks implements AutoCloseable {

    private final Map<Disk, Volume> mounted = new EnumMap<>(Disk.class);

    private Disks() {}

    static Disks mount(Path data, Set<Disk> wanted) {
        Disks disks = new Disks();
        try {
            wanted.forEach(disk -> disks.mounted.put(disk, Volume.mount(disk.in(data), disk.megabytes())));
            return disks;
        } catch (RuntimeException e) {
            disks.close();
            throw e;
        }
    }

    /** @throws IllegalArgumentException if this isn't on a disk of its own */
    Volume of(Disk disk) {
        Volume volume = mounted.get(disk);
        if (volume == null) {
            throw new IllegalArgumentException(
                    disk + " is on no disk of its own; start the stack with StackOptions.volumes");
        }
        return volume;
    }

    @Override
    public void close() {
        List.copyOf(mounted.values()).forEach(Volume::close);
    }
}
