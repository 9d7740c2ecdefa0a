package id.sigap.faults.check;

import id.sigap.events.Action;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * K: at rest, what each network blocks by its own log is what the tickets say is blocked there. The network's side rests on nothing of ours; the
 * record's is what the tickets said of it.
 */
final class NetworksObey implements Rule {

    /** A number at an operator. */
    private record Line(String operator, String number) {}

    /** What a ticket last said of a number. */
    private record Word(String ticket, Line line, boolean blocked) {}

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.K);
        // an answer that the broker lost was never given again; a time that was moved puts answers out of order
        if (expectations.excuse(Excuse.BROKER_FORGOT) || expectations.excuse(Excuse.CLOCKS_MOVED)) {
            return found.list();
        }
        Map<Line, Attempt> networks = networks(history);
        Map<Line, List<Word>> records = records(snapshot);
        Set<Line> lines = new LinkedHashSet<>(networks.keySet());
        lines.addAll(records.keySet());
        for (Line line : lines) {
            Attempt last = networks.get(line);
            List<Word> words = records.getOrDefault(line, List.of());
            boolean blocks = last != null && last.asked(Fact.ACTION).equals(Action.BLOCK.name());
            boolean recorded = words.stream().anyMatch(Word::blocked);
            List<Object> ids = new ArrayList<>(List.of(line.number()));
            words.forEach(word -> ids.add(word.ticket()));
            if (last != null) {
                ids.add(last.asked(Fact.REQUEST));
            }
            found.unless(
                    blocks == recorded,
                    "the network of %s %s a number that is %s by the record"
                            .formatted(
                                    line.operator(),
                                    blocks ? "blocks" : "does not block",
                                    recorded ? "blocked" : "not blocked"),
                    ids.toArray());
        }
        return found.list();
    }

    /** The last act of each network with each number. */
    private static Map<Line, Attempt> networks(History history) {
        Map<Line, Attempt> last = new HashMap<>();
        history.of(Operation.OBEY, Phase.OK)
                .forEach(act -> last.put(new Line(act.asked(Fact.OPERATOR), act.asked(Fact.NUMBER)), act));
        return last;
    }

    /** What each ticket last said of the number at each operator: a number may have had several tickets, of which one is open at most. */
    private static Map<Line, List<Word>> records(Snapshot snapshot) {
        Map<List<Object>, Word> last = new HashMap<>();
        snapshot.said(TicketEvent.class).map(Said::event).forEach(event -> {
            switch (event) {
                case NumberBlocked it ->
                    said(last, it.ticket(), it.operator().value(), it.number().value(), true);
                case NumberUnblocked it ->
                    said(last, it.ticket(), it.operator().value(), it.number().value(), false);
                default -> {}
            }
        });
        Map<Line, List<Word>> records = new HashMap<>();
        last.values().forEach(word -> records.computeIfAbsent(word.line(), _ -> new ArrayList<>())
                .add(word));
        return records;
    }

    private static void said(
            Map<List<Object>, Word> last, Object ticket, String operator, String number, boolean blocked) {
        Line line = new Line(operator, number);
        last.put(List.of(ticket, line), new Word(ticket.toString(), line, blocked));
    }
}
