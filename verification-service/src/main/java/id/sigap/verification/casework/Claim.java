package id.sigap.verification.casework;

import id.sigap.service.Refusal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who has a case. An expired claim still stands until somebody else takes the case: an officer who comes back late loses no work.
 *
 * @param officer the account id
 * @param until when it expires unless the officer, or the reporter, does something
 */
@Embeddable
record Claim(
        @Column(name = "claimed_by") String officer,
        @Column(name = "claimed_until") Instant until) {

    static Claim of(String officer, Instant now, Duration timeout) {
        return new Claim(officer, now.plus(timeout));
    }

    boolean isLive(Instant now) {
        return now.isBefore(until);
    }

    boolean isOf(Officer someone) {
        return officer.equals(someone.id());
    }

    /** Why it is not free to be taken: somebody else has the case now; empty if it is. */
    Optional<Refusal> notFreeFor(Act act) {
        return isLive(act.at()) && !isOf(act.by()) ? Optional.of(anothers()) : Optional.empty();
    }

    /** Why whoever acts may not: they don't have the case, and may not act on others'; empty if they may. */
    Optional<Refusal> notHeldFor(Act act) {
        if (isOf(act.by()) || act.by().isSupervisor()) {
            return Optional.empty();
        }
        return Optional.of(isLive(act.at()) ? anothers() : new Refusal(Status.CONFLICT, "case-not-claimed", officer));
    }

    private Refusal anothers() {
        return new Refusal(Status.CONFLICT, "case-claimed-by-another", officer, until.toString());
    }
}
