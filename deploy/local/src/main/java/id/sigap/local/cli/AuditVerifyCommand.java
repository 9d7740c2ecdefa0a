package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.repair.RepairSite;
import id.sigap.repair.audit.Audit;
import id.sigap.repair.audit.AuditReport;
import id.sigap.repair.audit.Finding;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "verify",
        description = {
            "Follow the hash chains of every service's journal, and compare them with what receivers have handled and what Kafka carries.",
            "Names every row that was changed, deleted, put elsewhere or cut off. Reads only; the services may run."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the trail is whole", "1:it is not, or could not be followed"},
        mixinStandardHelpOptions = true)
final class AuditVerifyCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(
            paramLabel = "TICKET",
            arity = "0..1",
            description =
                    "Only this ticket (SGP-2026-000123 or its id; any aggregate's id will do) and everything its chain names.")
    private String ticket;

    @Option(
            names = "--quick",
            description =
                    "Leave Kafka's copy out: it shows what was written anew from some row to the end of its chain.")
    private boolean quick;

    @Option(
            names = "--kafka",
            paramLabel = "FILE",
            description = "Properties of a Kafka client that may read everything, beside --database.")
    private Path kafka;

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Public keys of the services, to check what they signed, beside --database: ticket-service=MCowBQ…")
    private Path keys;

    @Mixin
    private SiteOptions where;

    AuditVerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        RepairSite site = site();
        Console console = workplace.console();
        try (Audit audit = new Audit(site.audited(), new AuditProgress(console))) {
            AuditReport report = ticket == null ? audit.whole(site.kafka().filter(_ -> !quick)) : audit.of(ticket);
            journals(console, report);
            statements(console, report);
            console.blank();
            if (report.isWhole()) {
                console.good("the audit trail is whole");
                return 0;
            }
            findings(console, report);
            return Main.FAILED;
        } catch (IllegalArgumentException | KafkaException e) {
            throw new StackFailed(e.getMessage(), e);
        }
    }

    private RepairSite site() {
        RepairSite here = where.site(workplace);
        RepairSite heard = kafka == null ? here : here.withKafka(kafka);
        try {
            return keys == null ? heard : heard.withAuditKeys(keys);
        } catch (IllegalArgumentException e) {
            throw new StackFailed("%s: %s".formatted(keys, e.getMessage()), e);
        }
    }

    private void journals(Console console, AuditReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(ticket == null ? List.of("JOURNAL", "ENTRIES", "CHAINS") : List.of("JOURNAL", "CHAIN", "ENTRIES"));
        for (AuditReport.Followed one : report.journals()) {
            rows.add(
                    ticket == null
                            ? List.of(one.service(), "%,d".formatted(one.entries()), "%,d".formatted(one.chains()))
                            : List.of(one.service(), one.about(), "%,d".formatted(one.entries())));
        }
        console.table(rows);
        console.line("  compared with what receivers have handled (%,d aggregates)".formatted(report.positions())
                + (report.records().isPresent()
                        ? " and with what Kafka carries (%,d records)"
                                        .formatted(report.records().getAsLong())
                                + (report.signed().isPresent()
                                        ? ", and with %,d ends of chains that services signed"
                                                .formatted(report.signed().getAsLong())
                                        : "")
                        : "; not with what Kafka carries"
                                + (ticket == null ? "" : ", which takes an audit of everything")));
    }

    /** Cut off on Kafka and in the database together, an end is missed only by who remembers it. */
    private static void statements(Console console, AuditReport report) {
        if (report.statements().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("SIGNED BY", "LAST STATEMENT", "OF", "UNSIGNED SINCE"));
        report.statements()
                .forEach(last -> rows.add(List.of(
                        last.service(),
                        "%,d".formatted(last.number()),
                        last.signedAt().toString(),
                        last.unsignedSince().toString())));
        console.blank();
        console.table(rows);
        console.line(
                "  what was written since then bears no signature yet: lines cut off the end of the access log don't show");
    }

    private static void findings(Console console, AuditReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("JOURNAL", "AGGREGATE", "VERSION", "WHAT", "ROW", "HOW IT SHOWS"));
        for (Finding finding : report.findings()) {
            rows.add(List.of(
                    finding.journal(),
                    finding.subject(),
                    finding.from() == finding.to() ? Long.toString(finding.to()) : finding.from() + "–" + finding.to(),
                    finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    finding.row().map(Object::toString).orElse("not there"),
                    finding.how()));
        }
        console.table(rows);
        console.blank();
        long count = report.findings().size() + report.unlisted();
        console.bad("the audit trail is not whole: %s%s"
                .formatted(
                        Count.of(count, "finding"),
                        report.unlisted() == 0
                                ? ""
                                : ", the first %,d listed"
                                        .formatted(report.findings().size())));
    }
}
