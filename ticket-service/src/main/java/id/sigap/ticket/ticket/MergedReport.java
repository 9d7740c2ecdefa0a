package id.sigap.ticket.ticket;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A verified report's stay in a ticket. */
@Embeddable
class MergedReport {

    /** When the officer decided that its evidence proves fraud. */
    Instant verifiedAt;

    Instant joinedAt;
    /** When an officer took it out again; null while it counts. */
    Instant leftAt;

    MergedReport() {}

    MergedReport(Instant verifiedAt, Instant joinedAt) {
        this.verifiedAt = verifiedAt;
        this.joinedAt = joinedAt;
    }

    boolean counts() {
        return leftAt == null;
    }
}
