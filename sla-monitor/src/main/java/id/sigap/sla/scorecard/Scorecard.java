package id.sigap.sla.scorecard;

import java.util.Optional;

/**
 * One operator's record over the requests made in a period. {@code met + late + open + breached + declined = requests}.
 *
 * @param met confirmed within the window, retracted breaches included
 * @param late confirmed after the window
 * @param open unanswered within the window
 * @param breached unanswered after the window, or declined only then
 * @param declined declined within the window, retracted breaches included
 * @param undelivered of those open: reached the operator by no channel yet
 * @param retracted of those met or declined: a breach had been declared and did not stand
 * @param medianMinutes from the window's start to the confirmation, over all confirmed, late ones too; absent if none is
 * @param p95Minutes nineteen of twenty were confirmed within so many
 */
public record Scorecard(
        String operator,
        long requests,
        long met,
        long late,
        long open,
        long breached,
        long declined,
        long undelivered,
        long retracted,
        Optional<Double> medianMinutes,
        Optional<Double> p95Minutes) {

    /** Of an operator nobody asked anything in the period. */
    static Scorecard blank(String operator) {
        return new Scorecard(operator, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
    }
}
