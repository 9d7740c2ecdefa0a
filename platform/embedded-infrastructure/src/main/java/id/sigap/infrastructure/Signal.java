package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What one process says to another in one word; Java itself knows only TERM and KILL. */
public enum Signal {
    /** What most programs take as "finish and go"; PostgreSQL waits for its clients to go first. */
    TERM,
    /** PostgreSQL's fast shutdown: sessions are cut, data are consistent. */
    INT,
    /** PostgreSQL's immediate shutdown: everybody leaves at once, the next start recovers. */
    QUIT,
    /** The end, without being asked. */
    KILL,
    /** No processor time from now on; memory, locks and connections stay. */
    STOP,
    /** On from there. */
    CONT;

    /** Those that are gone are passed over without a word. */
    void to(Collection<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            // the shell's own kill: not every small system has the program
            new ProcessBuilder("sh", "-c", "for pid in " + all + "; do kill -s " + this + " $pid; done")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("no POSIX shell to send " + this, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while sending " + this, e);
        }
    }

    void to(long pid) {
        to(List.of(pid));
    }
}
