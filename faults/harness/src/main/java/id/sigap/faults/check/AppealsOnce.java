package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.verification.AppealOpened;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A: an appeal that was taken is once in the vault and before the regulator, about the same number. */
final class AppealsOnce implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        List<Row> submitted = snapshot.table(INTAKE, "appeal").stream()
                .filter(row -> !row.text("state").equals("DRAFT"))
                .toList();
        Map<String, Row> decided = TicketsOnce.byId(snapshot.table(VERIFICATION, "appeal"), "appeal");
        new Tally()
                .in("the vault", ReportsOnce.ids(submitted, "id"))
                .in("the journal", snapshot.said(AppealSubmitted.class).map(said -> said.event()
                        .subject()))
                .in("the regulator's list", ReportsOnce.ids(snapshot.table(VERIFICATION, "appeal"), "appeal"))
                .in("the regulator's journal", snapshot.said(AppealOpened.class).map(said -> said.event()
                        .subject()))
                .expecting(accepted(history))
                .judge("appeal", found);
        for (Row appeal : submitted) {
            Row there = decided.get(appeal.text("id"));
            found.unless(
                    there == null
                            || there.text("number").equals(appeal.text("number"))
                                    && there.text("appeal_number").equals(appeal.text("appeal_number")),
                    "the vault and the regulator have different appeals",
                    appeal.text("id"));
        }
        statements(history, snapshot, found);
        return found.list();
    }

    private static Stream<String> accepted(History history) {
        return Intent.of(history, Operation.SUBMIT_APPEAL, Fact.KEY).stream()
                .flatMap(intent -> intent.answers(Fact.APPEAL).stream());
    }

    private static void statements(History history, Snapshot snapshot, Findings found) {
        for (Intent intent : Intent.of(history, Operation.SUBMIT_APPEAL, Fact.KEY)) {
            intent.answers(Fact.APPEAL)
                    .forEach(appeal -> found.unless(
                            snapshot.vault()
                                    .statements()
                                    .getOrDefault(appeal, "")
                                    .strip()
                                    .equals(intent.asked(Fact.STATEMENT).strip()),
                            "the statement in the vault is not the one that was sent",
                            appeal));
        }
    }
}
