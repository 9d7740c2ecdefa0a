package id.sigap.faults.check;

import java.util.List;

/**
 * One way in which a promise was not kept.
 *
 * @param what one line: what was expected and what was found; never a reporter's words
 * @param ids of the things it is about: reports, tickets, requests, or places
 */
public record Finding(Invariant invariant, String what, List<String> ids) {

    public Finding {
        ids = List.copyOf(ids);
    }

    @Override
    public String toString() {
        return "%s: %s %s".formatted(invariant, what, ids);
    }
}
