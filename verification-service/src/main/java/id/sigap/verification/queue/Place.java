package id.sigap.verification.queue;

import id.sigap.service.Cursor;
import id.sigap.service.Refusal;
import java.time.Instant;
import java.util.UUID;

/**
 * A place in the queue: the keys it is ordered by.
 *
 * @param priority from 0
 */
record Place(int priority, Instant submittedAt, UUID report) {

    private static final int KEYS = 3;
    static final Place FRONT = new Place(-1, Instant.EPOCH, new UUID(0, 0));

    static Place of(QueueEntry entry) {
        return new Place(entry.priority().ordinal(), entry.submittedAt(), entry.report());
    }

    /** @throws Refusal 400 if it was not made by {@link #cursor()} */
    static Place read(String after) {
        return Cursor.read(after, KEYS).map(Place::read).orElse(FRONT);
    }

    Cursor cursor() {
        return Cursor.of(priority, submittedAt, report);
    }

    private static Place read(Cursor cursor) {
        return new Place(cursor.number(0), cursor.time(1), cursor.uuid(2));
    }
}
