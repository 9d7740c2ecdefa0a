package id.sigap.sla.policy;

import id.sigap.events.OperatorCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rule of each operator: its own where it has one, else the one for all. */
@ApplicationScoped
public class Policies {

    private final Policy forAll;
    private final Map<OperatorCode, Policy> own = new HashMap<>();

    /** @throws IllegalArgumentException if a key is not an operator's code, or a share is not above 0 and up to 1 */
    @Inject
    public Policies(SlaConfig config) {
        forAll = new Policy(config.clockStart(), config.atRiskShare());
        config.operators()
                .forEach((code, rule) -> own.put(
                        new OperatorCode(code.toUpperCase(Locale.ROOT)),
                        new Policy(
                                rule.clockStart().orElse(forAll.clockStart()),
                                rule.atRiskShare().orElse(forAll.atRiskShare()))));
    }

    public Policy forAll() {
        return forAll;
    }

    public Policy of(OperatorCode operator) {
        return own.getOrDefault(operator, forAll);
    }

    /** The operators that have a rule of their own. */
    public Map<OperatorCode, Policy> own() {
        return Map.copyOf(own);
    }

    /** The rules of those an operator may know: its own alone; everybody's for the house. */
    Map<OperatorCode, Policy> readableBy(Optional<OperatorCode> operator) {
        return operator.map(one -> Map.of(one, of(one))).orElseGet(this::own);
    }
}
