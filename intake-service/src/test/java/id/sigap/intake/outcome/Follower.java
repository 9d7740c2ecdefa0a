package id.sigap.intake.outcome;

import id.sigap.events.Event;
import java.time.Instant;

/** What a report does with what is decided elsewhere. */
interface Follower {

    void hear(Event event);

    /** Its reporter takes it back. @throws IllegalMove if that may not be */
    void takeBack(Instant at);

    String state();
}
