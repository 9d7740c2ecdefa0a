package id.sigap.sla.policy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * The rule a clock runs by, as it was when its request arrived.
 *
 * @param clockStart when the window begins
 * @param atRiskShare after which share of the window an unanswered request is at risk; above 0, up to 1
 */
public record Policy(ClockStart clockStart, BigDecimal atRiskShare) {

    /** @throws IllegalArgumentException if the share is not above 0 and up to 1 */
    public Policy {
        if (atRiskShare.signum() <= 0 || atRiskShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("at-risk share must be above 0 and up to 1, is " + atRiskShare);
        }
    }

    /** How long after its start a clock with this window is at risk. */
    public Duration untilAtRisk(Duration window) {
        return Duration.ofMillis(BigDecimal.valueOf(window.toMillis())
                .multiply(atRiskShare)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
