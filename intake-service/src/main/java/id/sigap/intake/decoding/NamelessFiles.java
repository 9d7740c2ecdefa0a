package id.sigap.intake.decoding;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files for programs that can't do with pipes, as lines of a shell's script: opened in memory, their names taken away while they are still
 * empty. Nobody else finds them, no disk sees them, and they are gone with the process that holds them, however it ends.
 */
final class NamelessFiles {

    /** Where the program reads. */
    static final String IN = "/proc/self/fd/3";
    /** Where the program writes. */
    static final String OUT = "/proc/self/fd/4";

    static final String OPEN_OUT =
            "d=$(/usr/bin/mktemp -d /dev/shm/sigap.XXXXXXXX) || exit 129; exec 4<>\"$d/out\"; /bin/rm -r \"$d\"; ";
    /** What was written, from its beginning. */
    static final String READ_OUT = "/bin/cat " + OUT;

    private NamelessFiles() {}

    /** Whether this machine has such files. */
    static boolean possible() {
        return Files.isDirectory(Path.of("/dev/shm")) && Files.isDirectory(Path.of("/proc/self/fd"));
    }
}
