package id.sigap.events.verification;

import id.sigap.events.AppealId;
import id.sigap.events.Msisdn;
import java.time.Instant;

/**
 * An appeal waits for the regulator. Source: verification-service, on AppealSubmitted.
 *
 * @param appeal the appeal
 * @param number the number it is about
 * @param at when, by the service's clock
 */
public record AppealOpened(AppealId appeal, Msisdn number, Instant at) implements VerificationEvent {

    @Override
    public String subject() {
        return appeal.toString();
    }
}
