package id.sigap.sla.scorecard;

import java.util.Optional;

/**
 * How an operator kept its windows for one kind of request. {@code met + late + open + breached + declined + withdrawn = requests}.
 *
 * @param met confirmed within the window, retracted breaches included
 * @param late confirmed after the window
 * @param open unanswered within the window
 * @param breached unanswered after the window, or declined or withdrawn only then
 * @param declined declined within the window, retracted breaches included
 * @param refuted of those declined: asked for the same ticket again, the operator confirmed after all
 * @param withdrawn withdrawn within the window without an answer in it, retracted breaches included
 * @param undelivered of those open: reached the operator by no channel yet
 * @param retracted of those met, declined or withdrawn: a breach had been declared and did not stand
 * @param medianMinutes half are confirmed within so many, from the window's start, of the first request if a decline was refuted. Late ones count, and what is not confirmed counts at its age
 *     so far, unless it is so young that it would only flatter; absent if nothing is confirmed or waits
 * @param p95Minutes nineteen of twenty, counted likewise
 */
public record Figures(
        long requests,
        long met,
        long late,
        long open,
        long breached,
        long declined,
        long refuted,
        long withdrawn,
        long undelivered,
        long retracted,
        Optional<Double> medianMinutes,
        Optional<Double> p95Minutes) {

    static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
}
