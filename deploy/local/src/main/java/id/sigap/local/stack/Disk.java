package id.sigap.local.stack;

import java.nio.file.Path;

/** What can be on a disk of its own, so that it alone runs full or loses its power. */
public enum Disk {
    /** The database server's data. It keeps up to 1 GB of its log before it uses the room again. */
    POSTGRES("postgres", 1600),
    /** The broker's log. */
    KAFKA("kafka/log", 1000),
    /** The evidence that citizens hand in. */
    EVIDENCE("evidence", 400);

    private final String folder;
    private final int megabytes;

    Disk(String folder, int megabytes) {
        this.folder = folder;
        this.megabytes = megabytes;
    }

    /** Where it is mounted. */
    Path in(Path data) {
        return data.resolve(folder);
    }

    /** More than a test writes; what isn't written takes no room on the real disk. */
    int megabytes() {
        return megabytes;
    }
}
