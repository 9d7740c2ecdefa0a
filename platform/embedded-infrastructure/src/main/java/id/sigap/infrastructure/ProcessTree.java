package id.sigap.infrastructure;

import java.util.List;

/**
 * A process together with all it started. Those that are already gone are left out without a word.
 *
 * @param pid of the process at the top
 */
public record ProcessTree(long pid) {

    /** From now on they get no processor time, keep their memory and connections, and can't know it. */
    public void suspend() {
        // the parent first: it shall start no more children while these are being stopped
        Signal.STOP.to(pid);
        Signal.STOP.to(descendants());
    }

    /** They go on where they were. */
    public void resume() {
        Signal.CONT.to(descendants());
        Signal.CONT.to(pid);
    }

    /** kill -9, suspended or not. */
    public void kill() {
        // a child whose parent is gone is nobody's descendant any more: they are listed before
        List<Long> children = descendants();
        Signal.KILL.to(pid);
        Signal.KILL.to(children);
    }

    private List<Long> descendants() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
    }
}
