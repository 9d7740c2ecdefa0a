package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * B: what a client wanted once and asked for any number of times happened once, or, if it never got an answer, once or not at all. What the
 * vault has is told apart by what citizens wrote: every narrative and statement of a round is another.
 */
final class NeverTwice implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.B);
        Map<String, String> narratives = snapshot.vault().narratives();
        Map<String, String> statements = snapshot.vault().statements();
        List<Intent> reports = Intent.of(history, Operation.SUBMIT_REPORT, Fact.KEY);
        List<Intent> appeals = Intent.of(history, Operation.SUBMIT_APPEAL, Fact.KEY);
        sameAnswer(reports, Fact.REPORT, found);
        sameAnswer(appeals, Fact.APPEAL, found);
        stored("report", reports, Fact.NARRATIVE, narratives, found);
        stored("appeal", appeals, Fact.STATEMENT, statements, found);
        uploads(history, snapshot, found);
        messages(history, snapshot, found);
        return found.list();
    }

    private static void sameAnswer(List<Intent> intents, String id, Findings found) {
        for (Intent intent : intents) {
            found.unless(
                    intent.answers(id).size() <= 1,
                    "one Idempotency-Key was answered with different ids",
                    intent.answers(id).toArray());
        }
    }

    private static void stored(
            String what, List<Intent> intents, String words, Map<String, String> inVault, Findings found) {
        Map<String, List<String>> idsByWords = new HashMap<>();
        inVault.forEach((id, text) ->
                idsByWords.computeIfAbsent(text.strip(), _ -> new ArrayList<>()).add(id));
        for (Intent intent : intents) {
            List<String> ids = idsByWords.getOrDefault(intent.asked(words).strip(), List.of());
            idsByWords.remove(intent.asked(words).strip());
            times(what, intent, ids.size(), ids.toArray(), found);
        }
        idsByWords
                .values()
                .forEach(ids -> found.add("the vault has a " + what + " that no client ever sent", ids.toArray()));
    }

    private static void uploads(History history, Snapshot snapshot, Findings found) {
        Map<List<String>, List<Row>> stored = snapshot.table(INTAKE, "evidence").stream()
                .collect(Collectors.groupingBy(row -> List.of(row.text("case_id"), row.text("sha256"))));
        for (Intent intent : Intent.of(history, Operation.UPLOAD_EVIDENCE, Fact.REPORT, Fact.SHA256)) {
            String report = intent.asked(Fact.REPORT);
            int rows = stored.getOrDefault(List.of(report, intent.asked(Fact.SHA256)), List.of())
                    .size();
            times("piece of evidence", intent, rows, new Object[] {report, intent.asked(Fact.SHA256)}, found);
            found.unless(
                    intent.answers(Fact.EVIDENCE).size() <= 1,
                    "the same file was answered with different ids",
                    intent.answers(Fact.EVIDENCE).toArray());
        }
    }

    private static void messages(History history, Snapshot snapshot, Findings found) {
        Map<List<String>, List<Row>> stored = MessagesOnce.byClientId(snapshot);
        for (Intent intent : Intent.of(history, Operation.POST_MESSAGE, Fact.REPORT, Fact.AUTHOR, Fact.KEY)) {
            int rows = stored.getOrDefault(MessagesOnce.clientId(intent), List.of())
                    .size();
            times("message", intent, rows, new Object[] {intent.asked(Fact.REPORT), intent.asked(Fact.KEY)}, found);
        }
    }

    private static void times(String what, Intent intent, int times, Object[] ids, Findings found) {
        if (intent.happened() || intent.refused()) {
            int expected = intent.happened() ? 1 : 0;
            found.unless(
                    times == expected,
                    "a %s was asked for in %d attempts and is stored %d times, not %d"
                            .formatted(what, intent.attempts().size(), times, expected),
                    ids.length == 0 ? new Object[] {intent.asked(Fact.KEY)} : ids);
        } else {
            found.unless(times <= 1, "a %s whose answer was lost happened %d times".formatted(what, times), ids);
        }
    }
}
