package id.sigap.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** By how much a wall clock was set back, told by a clock that nobody can set. A wall clock that is slowed down bit by bit isn't set back. */
final class SetBack {

    private final Clock wall;
    private final LongSupplier nanoTime;
    private Instant wallBefore;
    private long nanosBefore;

    /**
     * Begins to look.
     *
     * @param nanoTime the clock that nobody can set, in nanoseconds
     */
    SetBack(Clock wall, LongSupplier nanoTime) {
        this.wall = wall;
        this.nanoTime = nanoTime;
        this.wallBefore = wall.instant();
        this.nanosBefore = nanoTime.getAsLong();
    }

    /** Of the time that went by since the last look, how much the wall clock doesn't know of; negative if it was set ahead. */
    Duration sinceLastLook() {
        var wallNow = wall.instant();
        var nanosNow = nanoTime.getAsLong();
        var setBack = Duration.ofNanos(nanosNow - nanosBefore).minus(Duration.between(wallBefore, wallNow));
        wallBefore = wallNow;
        nanosBefore = nanosNow;
        return setBack;
    }
}
