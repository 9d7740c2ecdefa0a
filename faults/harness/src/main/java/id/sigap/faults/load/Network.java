package id.sigap.faults.load;

import id.sigap.events.Action;
import id.sigap.events.OperatorCode;
import id.sigap.faults.history.ClientLog;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What an operator really blocks, whatever anybody believes. It goes by the request, and writes down every act before its machine answers. */
final class Network extends Client {

    private final OperatorCode operator;
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    /** What was done last with each number. */
    private final Map<String, RequestFeed.Request> last = new HashMap<>();

    Network(ClientLog log, OperatorCode operator) {
        super(log);
        this.operator = operator;
    }

    OperatorCode operator() {
        return operator;
    }

    /** Does what was asked, unless that is withdrawn by now. @return whether it was done */
    synchronized boolean obeys(RequestFeed.Request request) {
        if (withdrawn.contains(request.id())) {
            return false;
        }
        obeysAllTheSame(request);
        return true;
    }

    /** Does what was asked though it may be withdrawn: not every machine hears in time, or knows how to undo. */
    synchronized void obeysAllTheSame(RequestFeed.Request request) {
        acts(request.action(), request);
    }

    /** What was not done is never done, and what was done last is undone. */
    synchronized void forgets(String request) {
        if (withdrawn.add(request)) {
            last.values().stream()
                    .filter(done -> done.id().equals(request))
                    .findAny()
                    .ifPresent(done -> acts(opposite(done.action()), done));
        }
    }

    synchronized boolean isWithdrawn(String request) {
        return withdrawn.contains(request);
    }

    synchronized boolean blocks(String number) {
        return blocked.contains(number);
    }

    private void acts(Action action, RequestFeed.Request request) {
        Map<String, String> act = Map.of(
                Fact.OPERATOR, operator.value(),
                Fact.NUMBER, request.number(),
                Fact.ACTION, action.name(),
                Fact.REQUEST, request.id(),
                Fact.AT, Instant.now().toString());
        tries(Operation.OBEY, act, () -> {
            switch (action) {
                case BLOCK -> blocked.add(request.number());
                case UNBLOCK -> blocked.remove(request.number());
            }
            last.put(request.number(), request);
            return Answer.yes();
        });
    }

    private static Action opposite(Action action) {
        return switch (action) {
            case BLOCK -> Action.UNBLOCK;
            case UNBLOCK -> Action.BLOCK;
        };
    }
}
