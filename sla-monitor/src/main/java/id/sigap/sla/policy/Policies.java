package id.sigap.sla.policy;

import id.sigap.directory.OperatorDirectory;
import id.sigap.events.OperatorCode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The rule of each operator: its own where it has one, else the one for all. */
@Startup // a rule for an operator that isn't one stops the service at its start
@ApplicationScoped
public class Policies {

    private final Policy forAll;
    private final Map<OperatorCode, Policy> own = new HashMap<>();

    /** @throws IllegalArgumentException if the directory knows no operator of a key, or a share is not above 0 and up to 1 */
    @Inject
    public Policies(SlaConfig config, OperatorDirectory directory) {
        forAll = new Policy(config.clockStart(), config.atRiskShare());
        config.operators()
                .forEach((name, rule) -> own.put(
                        directory.named(name).orElseThrow(() -> unknown(name)).code(),
                        new Policy(
                                rule.clockStart().orElse(forAll.clockStart()),
                                rule.atRiskShare().orElse(forAll.atRiskShare()))));
    }

    private static IllegalArgumentException unknown(String name) {
        return new IllegalArgumentException("sigap.sla.operators." + name + ": the directory knows no such operator");
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
