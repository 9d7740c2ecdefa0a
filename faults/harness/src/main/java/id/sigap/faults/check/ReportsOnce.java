package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.CloudEventHeader;
import id.sigap.events.Topic;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.verification.CaseOpened;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.check.snapshot.Vault;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A: a report that was taken is once in the vault, on its topic and on the help desk, and is what its citizen wrote. */
final class ReportsOnce implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        new Tally()
                .in("the vault", ids(snapshot.table(INTAKE, "report"), "id"))
                .in("the journal", submitted(snapshot).map(ReportSubmitted::subject))
                .in("the topic", onTopic(snapshot, Injected.of(history, snapshot)))
                .in("the help desk", ids(snapshot.table(VERIFICATION, "verification_case"), "report"))
                .in("the help desk's journal", snapshot.said(CaseOpened.class).map(said -> said.event()
                        .subject()))
                .expecting(accepted(history))
                .judge("report", found);
        cases(snapshot, found);
        words(history, snapshot, found);
        return found.list();
    }

    private static Stream<String> accepted(History history) {
        return Intent.of(history, Operation.SUBMIT_REPORT, Fact.KEY).stream()
                .flatMap(intent -> intent.answers(Fact.REPORT).stream());
    }

    private static Stream<ReportSubmitted> submitted(Snapshot snapshot) {
        return snapshot.said(ReportSubmitted.class).map(said -> said.event());
    }

    /** Sent twice it is still one event: its id tells. */
    private static Stream<String> onTopic(Snapshot snapshot, Injected injected) {
        String type = "id.sigap.report.report-submitted.v1";
        return snapshot.topic(Topic.REPORTS.name()).stream()
                .filter(record -> record.header(CloudEventHeader.TYPE).equals(type))
                .filter(record -> record.key() != null && !injected.contains(record))
                .collect(Collectors.toMap(
                        record -> record.header(CloudEventHeader.ID), TopicRecord::key, (first, _) -> first))
                .values()
                .stream();
    }

    static Stream<String> ids(List<Row> rows, String column) {
        return rows.stream().map(row -> row.text(column));
    }

    /** What the help desk works on is what the citizen sent, and the vault can still find who sent it. */
    private static void cases(Snapshot snapshot, Findings found) {
        Map<String, Row> reports = snapshot.table(INTAKE, "report").stream()
                .collect(Collectors.toMap(row -> row.text("id"), Function.identity(), (first, _) -> first));
        for (Row there : snapshot.table(VERIFICATION, "verification_case")) {
            Row here = reports.get(there.text("report"));
            if (here != null) {
                for (String fact :
                        List.of("case_number", "kind", "channel", "category", "suspect_number", "money_lost")) {
                    found.unless(
                            here.text(fact).equals(there.text(fact)),
                            "%s is %s in the vault and %s on the help desk"
                                    .formatted(fact, here.text(fact), there.text(fact)),
                            there.text("report"));
                }
            }
        }
        for (String table : List.of("case_key", "person", "receipt")) {
            Map<String, Long> rows = ids(snapshot.table(INTAKE, table), "case_id")
                    .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
            reports.keySet()
                    .forEach(id -> found.unless(
                            rows.getOrDefault(id, 0L) == 1,
                            "the vault has %d rows in %s, not one".formatted(rows.getOrDefault(id, 0L), table),
                            id));
        }
    }

    private static void words(History history, Snapshot snapshot, Findings found) {
        Vault vault = snapshot.vault();
        for (Intent intent : Intent.of(history, Operation.SUBMIT_REPORT, Fact.KEY)) {
            for (String report : intent.answers(Fact.REPORT)) {
                String narrative = vault.narratives().get(report);
                found.unless(
                        narrative != null
                                && narrative
                                        .strip()
                                        .equals(intent.asked(Fact.NARRATIVE).strip()),
                        "the narrative in the vault is not the one that was sent",
                        report);
                found.unless(
                        Objects.equals(
                                Telephone.digits(intent.asked(Fact.MOBILE)),
                                mobile(vault.people().get(report))),
                        "the reporter in the vault is not the one who sent it",
                        report);
            }
        }
    }

    private static String mobile(Vault.Person person) {
        return person == null ? null : Telephone.digits(person.mobile());
    }
}
