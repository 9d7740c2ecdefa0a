package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.repair.audit.Progress;
import java.time.Duration;

/** Says how far an audit is, every few seconds: a short one says nothing. */
final class AuditProgress implements Progress {

    private static final long EVERY_NANOS = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private long saidAt = System.nanoTime();

    AuditProgress(Console console) {
        this.console = console;
    }

    @Override
    public void at(String what, long done, long about) {
        long now = System.nanoTime();
        if (now - saidAt >= EVERY_NANOS) {
            saidAt = now;
            console.progress("%s: %,d%s".formatted(what, done, about > done ? " of about %,d".formatted(about) : ""));
        }
    }
}
