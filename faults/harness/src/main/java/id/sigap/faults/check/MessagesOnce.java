package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.report.MessagePosted;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** A: a chat message that was taken is once in its conversation, as it was written; a conversation has no gap and no double. */
final class MessagesOnce implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        posts(history, snapshot, found);
        conversations(snapshot, found);
        announced(snapshot, found);
        return found.list();
    }

    private static void posts(History history, Snapshot snapshot, Findings found) {
        Map<List<String>, List<Row>> stored = byClientId(snapshot);
        for (Intent intent : Intent.of(history, Operation.POST_MESSAGE, Fact.REPORT, Fact.AUTHOR, Fact.KEY)) {
            if (intent.happened()) {
                List<Row> rows = stored.getOrDefault(clientId(intent), List.of());
                found.unless(
                        rows.size() == 1,
                        "a message that was answered is %d times in its conversation, not once".formatted(rows.size()),
                        intent.asked(Fact.REPORT),
                        intent.asked(Fact.KEY));
                rows.forEach(row -> found.unless(
                        intent.asked(Fact.TEXT)
                                        .strip()
                                        .equals(snapshot.vault()
                                                .messages()
                                                .getOrDefault(row.text("id"), "")
                                                .strip())
                                && intent.answers(Fact.MESSAGE).stream()
                                        .allMatch(id -> id.isEmpty() || id.equals(row.text("id"))),
                        "a message is not the one that was sent, or has another id than was answered",
                        intent.asked(Fact.REPORT),
                        row.text("id")));
            }
        }
    }

    /** What makes two messages the same to the system. */
    static List<String> clientId(Intent intent) {
        return List.of(intent.asked(Fact.REPORT), intent.asked(Fact.AUTHOR), intent.asked(Fact.KEY));
    }

    static Map<List<String>, List<Row>> byClientId(Snapshot snapshot) {
        return snapshot.table(INTAKE, "message").stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(row.text("report"), row.text("author"), row.text("client_id"))));
    }

    private static void conversations(Snapshot snapshot, Findings found) {
        Map<String, List<Long>> places = snapshot.table(INTAKE, "message").stream()
                .collect(Collectors.groupingBy(
                        row -> row.text("report"),
                        Collectors.mapping(row -> row.number("sequence"), Collectors.toList())));
        for (Row report : snapshot.table(INTAKE, "report")) {
            List<Long> sequence = places.getOrDefault(report.text("id"), List.of()).stream()
                    .sorted()
                    .toList();
            List<Long> expected = LongStream.rangeClosed(1, report.number("last_message"))
                    .boxed()
                    .toList();
            found.unless(
                    sequence.equals(expected),
                    "the conversation is expected to be 1 to %d and is %s".formatted(expected.size(), sequence),
                    report.text("id"));
        }
    }

    private static void announced(Snapshot snapshot, Findings found) {
        Map<String, String> rows = snapshot.table(INTAKE, "message").stream()
                .collect(Collectors.toMap(row -> row.text("id"), MessagesOnce::described, (first, _) -> first));
        new Tally()
                .in("the conversation", rows.keySet().stream())
                .in("the journal", snapshot.said(MessagePosted.class).map(said -> said.event()
                        .message()
                        .toString()))
                .judge("message", found);
        snapshot.said(MessagePosted.class).map(said -> said.event()).forEach(posted -> {
            String announced = "%s %d %s".formatted(posted.report(), posted.sequence(), posted.author());
            String row = rows.getOrDefault(posted.message().toString(), announced);
            found.unless(
                    row.equals(announced),
                    "a message is announced as %s and is %s".formatted(announced, row),
                    posted.message());
        });
    }

    private static String described(Row row) {
        return "%s %d %s".formatted(row.text("report"), row.number("sequence"), row.text("author"));
    }
}
