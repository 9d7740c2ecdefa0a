package id.sigap.sla.scorecard;

import id.sigap.events.Action;

/** One operator's record over the requests made in a period: blocking and unblocking are two jobs, and are counted apart. */
public record Scorecard(String operator, Figures block, Figures unblock) {

    /** Of an operator nobody asked anything in the period. */
    static Scorecard blank(String operator) {
        return new Scorecard(operator, Figures.NONE, Figures.NONE);
    }

    Scorecard with(Action action, Figures figures) {
        return switch (action) {
            case BLOCK -> new Scorecard(operator, figures, unblock);
            case UNBLOCK -> new Scorecard(operator, block, figures);
        };
    }
}
