package id.sigap.verification.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.time.Instant;

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
}
