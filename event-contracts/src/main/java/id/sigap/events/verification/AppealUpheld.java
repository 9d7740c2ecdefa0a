package id.sigap.events.verification;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import java.time.Instant;

/**
 * The regulator found the block wrong. Source: verification-service.
 *
 * @param appeal the appeal
 * @param number the number to unblock
 * @param decidedBy the deciding account id
 * @param at when, by the service's clock
 */
public record AppealUpheld(AppealId appeal, Msisdn number, String decidedBy, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return appeal.toString();
    }
}
