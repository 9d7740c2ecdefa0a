package id.sigap.intake.chat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How fast one socket may speak: so many frames in each window. Used by one thread at a time, as a socket's frames come. */
final class Pace {

    private final int frames;
    private final Duration window;
    private final Clock clock;
    private Instant windowEnds;
    private int count;

    Pace(int frames, Duration window, Clock clock) {
        this.frames = frames;
        this.window = window;
        this.clock = clock;
        this.windowEnds = clock.instant().plus(window);
    }

    boolean allows() {
        Instant now = clock.instant();
        if (!now.isBefore(windowEnds)) {
            windowEnds = now.plus(window);
            count = 0;
        }
        return ++count <= frames;
    }

    /** Whether it goes on as if it hadn't heard that it is too fast. */
    boolean isIgnored() {
        return count > 2 * frames;
    }
}
