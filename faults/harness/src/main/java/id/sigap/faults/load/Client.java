package id.sigap.faults.load;

import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Somebody who writes down what is asked before asking, and what came of it after. */
abstract class Client {

    private final ClientLog log;

    Client(ClientLog log) {
        this.log = log;
    }

    /** @param answered the facts to keep of a good answer */
    final Answer tries(
            Operation operation,
            Map<String, String> asked,
            Supplier<Answer> call,
            Function<Answer, Map<String, String>> answered) {
        long step = log.invoke(operation, asked);
        Answer answer = call.get();
        Map<String, String> facts = new HashMap<>();
        facts.put(Fact.STATUS, Integer.toString(answer.status()));
        if (answer.isOk()) {
            facts.putAll(answered.apply(answer));
        } else {
            facts.put(Fact.WHY, answer.why());
        }
        log.end(step, operation, answer.phase(), facts);
        return answer;
    }

    final Answer tries(Operation operation, Map<String, String> asked, Supplier<Answer> call) {
        return tries(operation, asked, call, _ -> Map.of());
    }
}
