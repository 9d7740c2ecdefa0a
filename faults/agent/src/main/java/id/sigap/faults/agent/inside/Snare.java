package id.sigap.faults.agent.inside;

import id.sigap.faults.agent.FailPoint;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Looks for traps. Where none is set that costs two looks into a folder, a few microseconds; each point lies beside a commit, a force to disk or
 * an answer over the network.
 */
final class Snare {

    /** As after kill -9: 128 + 9. */
    private static final int KILLED = 137;

    private static Path folder;
    private static String service;
    private static Diary diary;

    private Snare() {}

    static void set(Path traps, String ofService, Diary whereTold) {
        folder = traps;
        service = ofService;
        diary = whereTold;
    }

    /** Dies here if a trap is set. */
    static void reached(FailPoint point) {
        if (catches(point)) {
            die();
        }
    }

    /** Whether a trap was set, and is this process's now: whoever asks must {@link #die}. */
    static boolean catches(FailPoint point) {
        return catches(point.id() + "@" + service) || catches(point.id());
    }

    /** At once: no shutdown hook, nothing flushed. */
    static void die() {
        Runtime.getRuntime().halt(KILLED);
    }

    private static boolean catches(String name) {
        if (!new File(folder.toFile(), name).exists()) {
            return false;
        }
        try {
            Path taken = folder.resolve(name + ".taken-by-" + service + "-"
                    + ProcessHandle.current().pid());
            Files.move(folder.resolve(name), taken, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException _) {
            return false; // another process was quicker, or the trap was taken away
        }
        diary.write("dies at " + name);
        return true;
    }
}
