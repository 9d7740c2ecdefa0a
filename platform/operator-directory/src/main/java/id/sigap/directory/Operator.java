package id.sigap.directory;

import id.sigap.events.OperatorCode;

/**
 * A telecom operator of record.
 *
 * @param code as in topic names and tokens
 * @param name the company's
 */
public record Operator(OperatorCode code, String name) {

    /** @throws IllegalArgumentException if the code is one of our own names */
    public Operator {
        code.refuseIfOurs();
    }
}
