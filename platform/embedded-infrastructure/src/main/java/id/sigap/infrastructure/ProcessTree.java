package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A process together with all it started, for signals that Java has no word for. Those that are already gone are left out without a word.
 *
 * @param pid of the process at the top
 */
public record ProcessTree(long pid) {

    /** SIGSTOP: from now on they get no processor time, keep their memory and connections, and can't know it. */
    public void suspend() {
        // the parent first: it shall start no more children while these are being stopped
        signal("STOP", List.of(pid));
        signal("STOP", descendants());
    }

    /** SIGCONT: they go on where they were. */
    public void resume() {
        signal("CONT", descendants());
        signal("CONT", List.of(pid));
    }

    /** SIGKILL, suspended or not. */
    public void kill() {
        // a child whose parent is gone is nobody's descendant any more: they are listed before
        List<Long> children = descendants();
        signal("KILL", List.of(pid));
        signal("KILL", children);
    }

    private List<Long> descendants() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }

    private static void signal(String name, List<Long> pids) {
        if (pids.isEmpty()) {
            return;
        }
        String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
        try {
            // the shell's own kill: not every small system has the program
            new ProcessBuilder("sh", "-c", "for pid in " + all + "; do kill -s " + name + " $pid; done")
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("no POSIX shell to send SIG" + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while sending SIG" + name, e);
        }
    }
}
