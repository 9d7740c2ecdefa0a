package id.sigap.verification.appeal;

import id.sigap.service.Cursor;
import id.sigap.service.Refusal;
import java.time.Instant;
import java.util.UUID;

/** A place in the list of appeals: the keys it is ordered by. */
record Place(Instant submittedAt, UUID appeal) {

    private static final Place FRONT = new Place(Instant.EPOCH, new UUID(0, 0));

    static Place of(Appeal appeal) {
        return new Place(appeal.submittedAt, appeal.appeal);
    }

    /** @throws Refusal 400 if it was not made by {@link #cursor()} */
    static Place read(String after) {
        return Cursor.read(after, 2).map(Place::read).orElse(FRONT);
    }

    Cursor cursor() {
        return Cursor.of(submittedAt, appeal);
    }

    private static Place read(Cursor cursor) {
        return new Place(cursor.time(0), cursor.uuid(1));
    }
}
