package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.EvidenceRef;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A: a file that was taken is one piece of evidence, announced once, and has the same hash wherever it is named. */
final class EvidenceOnce implements Rule {

    private static final Set<String> DECIDED = Set.of("VERIFIED", "REJECTED", "ANSWERED", "WITHDRAWN");

    /** @param where in words */
    private record Mention(String where, String evidence, String sha256) {

        static Mention of(String where, EvidenceRef ref) {
            return new Mention(where, ref.evidence().toString(), ref.sha256());
        }
    }

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        Map<String, Row> rows = snapshot.table(INTAKE, "evidence").stream()
                .collect(Collectors.toMap(row -> row.text("id"), Function.identity(), (first, _) -> first));
        uploads(history, rows, found);
        for (Mention mention : mentions(snapshot)) {
            Row row = rows.get(mention.evidence());
            String sha256 = row == null ? "no such evidence" : row.text("sha256");
            found.unless(
                    sha256.equals(mention.sha256()),
                    "%s names it with hash %s, the vault has %s".formatted(mention.where(), mention.sha256(), sha256),
                    mention.evidence());
        }
        announced(snapshot, rows, found);
        received(snapshot, found);
        return found.list();
    }

    private static void uploads(History history, Map<String, Row> rows, Findings found) {
        for (Intent intent : Intent.of(history, Operation.UPLOAD_EVIDENCE, Fact.REPORT, Fact.SHA256)) {
            for (String evidence : intent.answers(Fact.EVIDENCE)) {
                Row row = rows.get(evidence);
                found.unless(
                        row != null
                                && row.text("case_id").equals(intent.asked(Fact.REPORT))
                                && row.text("sha256").equals(intent.asked(Fact.SHA256)),
                        "an upload that was answered is not in the vault with its hash " + intent.asked(Fact.SHA256),
                        intent.asked(Fact.REPORT),
                        evidence);
            }
        }
    }

    private static List<Mention> mentions(Snapshot snapshot) {
        List<Mention> mentions = new ArrayList<>();
        snapshot.said(EvidenceAttached.class)
                .forEach(said ->
                        mentions.add(Mention.of("EvidenceAttached", said.event().evidence())));
        snapshot.said(EvidenceReceived.class)
                .forEach(said ->
                        mentions.add(Mention.of("EvidenceReceived", said.event().evidence())));
        snapshot.said(EvidenceVerified.class)
                .forEach(said ->
                        said.event().evidence().forEach(ref -> mentions.add(Mention.of("EvidenceVerified", ref))));
        snapshot.said(SecondApprovalRequested.class).forEach(said -> said.event()
                .evidence()
                .forEach(ref -> mentions.add(Mention.of("SecondApprovalRequested", ref))));
        snapshot.said(AppealSubmitted.class)
                .forEach(said ->
                        said.event().evidence().forEach(ref -> mentions.add(Mention.of("AppealSubmitted", ref))));
        for (String table : List.of("case_evidence", "appeal_evidence")) {
            snapshot.table(VERIFICATION, table)
                    .forEach(row ->
                            mentions.add(new Mention("the help desk", row.text("evidence"), row.text("sha256"))));
        }
        return mentions;
    }

    private static void announced(Snapshot snapshot, Map<String, Row> rows, Findings found) {
        Map<String, Long> attached = snapshot.said(EvidenceAttached.class)
                .collect(Collectors.groupingBy(
                        said -> said.event().evidence().evidence().toString(), Collectors.counting()));
        rows.forEach((id, row) -> {
            long expected =
                    row.text("state").equals("CLEAN") && row.text("case_kind").equals("REPORT") ? 1 : 0;
            long times = attached.getOrDefault(id, 0L);
            found.unless(
                    times == expected,
                    "%s evidence is announced %d times, not %d".formatted(row.text("state"), times, expected),
                    row.text("case_id"),
                    id);
        });
    }

    /** Every piece announced lies on its case once, unless the case was decided before it came. */
    private static void received(Snapshot snapshot, Findings found) {
        Map<String, String> states = snapshot.table(VERIFICATION, "verification_case").stream()
                .collect(Collectors.toMap(row -> row.text("report"), row -> row.text("state"), (first, _) -> first));
        Map<String, Long> received = snapshot.said(EvidenceReceived.class)
                .collect(Collectors.groupingBy(
                        said -> said.event().evidence().evidence().toString(), Collectors.counting()));
        Map<String, Long> onCase = ReportsOnce.ids(snapshot.table(VERIFICATION, "case_evidence"), "evidence")
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        Set<String> seen = new HashSet<>();
        snapshot.said(EvidenceAttached.class).forEach(said -> {
            String evidence = said.event().evidence().evidence().toString();
            String report = said.event().report().toString();
            seen.add(evidence);
            long journalled = received.getOrDefault(evidence, 0L);
            long rows = onCase.getOrDefault(evidence, 0L);
            boolean late = journalled == 0 && rows == 0 && DECIDED.contains(states.getOrDefault(report, ""));
            found.unless(
                    journalled == 1 && rows == 1 || late,
                    "evidence is on its case %d times and in the help desk's journal %d times, not once"
                            .formatted(rows, journalled),
                    report,
                    evidence);
        });
        onCase.keySet().stream()
                .filter(evidence -> !seen.contains(evidence))
                .forEach(evidence -> found.add("a case has evidence that was never announced", evidence));
    }
}
