package id.sigap.faults.history;

import java.time.Instant;
import java.util.Map;

/**
 * One line of a client's log.
 *
 * @param at by the clock of the machine, which the injector may have moved for others but never for clients
 * @param client who, such as {@code citizen-3}
 * @param step counts up for each client; an operation's INVOKE and its end carry the same
 * @param facts by {@link Fact}
 */
public record Line(Instant at, String client, long step, Operation operation, Phase phase, Map<String, String> facts) {

    public Line {
        facts = Map.copyOf(facts);
    }

    /** @return the fact, or "" */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }
}
