package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Ends child processes when this process ends, even by kill -9.
 *
 * <p>A tiny shell process holds the other end of a pipe and reads who is to be ended. When this process is gone, however it went, the pipe
 * closes; the shell asks every child to stop, after a second once more by TERM, waits up to ten seconds and then kills. A shutdown hook can't do
 * that: kill -9 runs none. TERM, because what a script runs in the background ignores INT, and so do all of its descendants.
 */
public final class Reaper {

    private static final String SCRIPT = """
            trap '' INT TERM HUP
            children=''
            while read -r order pid; do
              if [ "$order" = RELEASE ]; then
                kept=''
                for child in $children; do [ "${child#*:}" = "$pid" ] || kept="$kept $child"; done
                children=$kept
              else
                children="$children $order:$pid"
              fi
            done
            for child in $children; do kill -s "${child%:*}" "${child#*:}" 2>/dev/null; done
            # who was suspended would never hear it
            for child in $children; do kill -s CONT "${child#*:}" 2>/dev/null; done
            rounds=0
            while [ $rounds -lt 50 ]; do
              alive=''
              for child in $children; do kill -0 "${child#*:}" 2>/dev/null && alive=yes; done
              [ -z "$alive" ] && exit 0
              if [ $rounds -eq 5 ]; then
                for child in $children; do kill -s TERM "${child#*:}" 2>/dev/null; done
              fi
              sleep 0.2
              rounds=$((rounds + 1))
            done
            for child in $children; do kill -s KILL "${child#*:}" 2>/dev/null; done
            """;

    private static Reaper ofThisProcess;

    private final Writer orders;

    private Reaper() {
        try {
            var shell = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            orders = shell.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException("no POSIX shell to watch over child processes", e);
        }
    }

    /** The one reaper of this process; started when first asked for. */
    public static synchronized Reaper ofThisProcess() {
        if (ofThisProcess == null) {
            ofThisProcess = new Reaper();
        }
        return ofThisProcess;
    }

    /**
     * From now on the process with this id ends with this one.
     *
     * @param signal by which it is asked to stop
     */
    public void adopt(long pid, Signal signal) {
        order(signal + " " + pid);
    }

    /** The process has ended, so its id may soon be another's. */
    public void release(long pid) {
        order("RELEASE " + pid);
    }

    private synchronized void order(String line) {
        try {
            orders.write(line);
            orders.write('\n');
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the shell that watches over child processes is gone", e);
        }
    }
}
