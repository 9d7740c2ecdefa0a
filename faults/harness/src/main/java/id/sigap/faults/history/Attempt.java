package id.sigap.faults.history;

/**
 * One operation from its first line to its last.
 *
 * @param end UNKNOWN if the client itself never wrote an end
 */
public record Attempt(Line invoke, Line end) {

    public Operation operation() {
        return invoke.operation();
    }

    public Phase phase() {
        return end.phase();
    }

    /** What was asked. */
    public String asked(String fact) {
        return invoke.fact(fact);
    }

    /** What was answered. */
    public String answered(String fact) {
        return end.fact(fact);
    }
}
