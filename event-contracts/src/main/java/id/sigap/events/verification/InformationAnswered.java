package id.sigap.events.verification;

import id.sigap.events.ReportId;
import java.time.Instant;

/**
 * The case was answered; no operator is asked for anything. Source: verification-service.
 *
 * @param report the report
 * @param answer how
 * @param decidedBy the answering officer's account id
 * @param at when, by the service's clock
 */
public record InformationAnswered(ReportId report, AnswerKind answer, String decidedBy, Instant at)
        implements VerificationEvent {

    @Override
    public String subject() {
        return report.toString();
    }
}
