package id.sigap.sla.policy;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What a site may set about deadlines. */
@ConfigMapping(prefix = "sigap.sla")
public interface SlaConfig {

    /** When the window begins, unless the operator has a rule of its own. */
    @WithDefault("DELIVERED")
    ClockStart clockStart();

    /** The share of the window after which an unanswered request is at risk, above 0 and up to 1, unless the operator has its own. */
    @WithDefault("0.75")
    @DecimalMin(value = "0", inclusive = false)
    @DecimalMax("1")
    BigDecimal atRiskShare();

    /**
     * How long a ticket may wait for the regulator: for an operator's name, for what comes after a decline, for a second approval. It is at risk
     * after the same share as a request.
     */
    @WithDefault("24h")
    Duration regulatorWindow();

    /** What differs for one operator, by its code such as {@code TELKOMSEL}; upper and lower case are the same. */
    Map<String, OperatorRule> operators();

    Sweep sweep();

    Watermark watermark();

    /** An operator's own rule; what it leaves out is as for all. */
    interface OperatorRule {

        Optional<ClockStart> clockStart();

        Optional<@DecimalMin(value = "0", inclusive = false) @DecimalMax("1") BigDecimal> atRiskShare();
    }

    /** How deadlines are looked after. */
    interface Sweep {

        /** How often. */
        @WithDefault("1s")
        Duration every();

        /** How many clocks one transaction flags at most; the sweep goes on until none is due. */
        @WithDefault("2000")
        @Min(1)
        @Max(10000)
        int limit();

        /** How long an answer that came before any delivery was reported waits for that report, which tells when the clock began. */
        @WithDefault("1m")
        Duration answerGrace();
    }

    /** How far the confirmations have been seen. */
    interface Watermark {

        /** Without progress for this long, health and metrics say that deadlines cannot be judged. */
        @WithDefault("30s")
        Duration stalledAfter();

        /** How often the broker is asked how many partitions the confirmations have. */
        @WithDefault("10s")
        Duration partitionsEvery();
    }
}
