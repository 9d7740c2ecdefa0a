package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.MessageId;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.SuspectNumber;
import id.sigap.events.TicketId;
import id.sigap.events.report.AppealSubmitted;
import id.sigap.events.report.Author;
import id.sigap.events.report.EvidenceAttached;
import id.sigap.events.report.EvidenceCheck;
import id.sigap.events.report.MessagePosted;
import id.sigap.events.report.Notice;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.events.report.ReporterNotified;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseOpened;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.faults.check.snapshot.Blob;
import id.sigap.faults.check.snapshot.Content;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Vault;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One number's way, told in every table, journal and topic it touches: reported, verified, blocked, and at last unblocked. */
final class Tale {

    static final String SHA256 = "ab".repeat(32);

    final World world;
    final ReportId report = new ReportId(UUID.randomUUID());
    final EvidenceId evidence = new EvidenceId(UUID.randomUUID());
    final MessageId message = new MessageId(UUID.randomUUID());
    final TicketId ticket = new TicketId(UUID.randomUUID());
    final RequestId request = new RequestId(UUID.randomUUID());
    final Msisdn number;
    final OperatorCode operator;
    final String name;
    private final EvidenceRef piece = new EvidenceRef(evidence, SHA256);
    private final String ticketNumber;
    private final Map<String, Object> reportRow = new HashMap<>();
    private final Map<String, Object> caseRow = new HashMap<>();

    Tale(World world, int serial, String operator) {
        this.world = world;
        this.number = new Msisdn("+62811000000" + serial);
        this.operator = new OperatorCode(operator);
        this.name = "Warga Contoh Nomor " + serial;
        this.ticketNumber = "SGP-2026-00000" + serial;
    }

    /** Two numbers: one blocked in time, appealed against and unblocked; one confirmed too late. */
    static Tale healthy(World world) {
        Tale first = new Tale(world, 1, "TELKOMSEL");
        first.reported().verified();
        new Dealings(first, first.request).asked(false).answered().met();
        first.blocked();
        Tale second = new Tale(world, 2, "INDOSAT");
        second.reported().verified();
        new Dealings(second, second.request).asked(false).missed().answered().metLate();
        second.blocked();
        first.appealed();
        Dealings.seen(world);
        return first;
    }

    Tale reported() {
        Instant at = world.tick();
        String narrative = "Katanya saya menang undian nomor " + report;
        String mobile = "+6289500000" + number.value().substring(11);
        world.attempt(
                Operation.SUBMIT_REPORT,
                Phase.OK,
                Map.of(
                        Fact.KEY,
                        "key-" + report,
                        Fact.NAME,
                        name,
                        Fact.EMAIL,
                        report + "@warga.example",
                        Fact.MOBILE,
                        mobile,
                        Fact.NUMBER,
                        number.value(),
                        Fact.NARRATIVE,
                        narrative),
                Map.of(Fact.REPORT, report.toString()));
        Map<String, Object> facts = Map.of(
                "case_number",
                "LPR-" + report,
                "kind",
                "COMPLAINT",
                "channel",
                "SMS",
                "category",
                "PRIZE",
                "suspect_number",
                number.value(),
                "money_lost",
                false);
        reportRow.putAll(facts);
        reportRow.putAll(Map.of("id", report.toString(), "last_message", 1L));
        reportRow.put("ticket", null);
        caseRow.putAll(facts);
        caseRow.put("report", report.toString());
        for (String table : List.of("case_key", "person", "receipt")) {
            world.row(INTAKE, table, Map.of("case_id", report.toString()));
        }
        world.narratives.put(report.toString(), narrative);
        world.people.put(report.toString(), new Vault.Person(name, report + "@warga.example", mobile));
        world.say(
                INTAKE,
                new ReportSubmitted(
                        report,
                        "LPR-" + report,
                        ReportKind.COMPLAINT,
                        Channel.SMS,
                        Category.PRIZE,
                        Optional.of(new SuspectNumber(SuspectNumber.Kind.DOMESTIC_MOBILE, number.value())),
                        Optional.empty(),
                        at,
                        false,
                        "id",
                        "hash",
                        at),
                "system");
        world.say(VERIFICATION, new CaseOpened(report, at), "system");
        world.attempt(
                Operation.CLAIM, Phase.OK, Map.of(Fact.REPORT, report.toString(), Fact.OFFICER, "sari"), Map.of());
        world.say(VERIFICATION, new CaseClaimed(report, "sari", world.tick()), "officer:sari");
        return this;
    }

    Tale verified() {
        chat();
        world.attempt(
                Operation.UPLOAD_EVIDENCE,
                Phase.OK,
                Map.of(Fact.REPORT, report.toString(), Fact.SHA256, SHA256),
                Map.of(Fact.EVIDENCE, evidence.toString()));
        world.row(
                INTAKE,
                "evidence",
                Map.of(
                        "id",
                        evidence.toString(),
                        "case_id",
                        report.toString(),
                        "case_kind",
                        "REPORT",
                        "sha256",
                        SHA256,
                        "size_bytes",
                        10L,
                        "state",
                        "CLEAN"));
        world.files.add(new Blob(evidence.toString(), 100, world.now()));
        world.evidence.put(evidence.toString(), new Content.Opened(SHA256, 10));
        String made = UUID.randomUUID().toString();
        world.row(INTAKE, "derivative", Map.of("evidence", evidence.toString(), "blob", made, "size_bytes", 10L));
        world.files.add(new Blob(made, 100, world.now()));
        world.say(
                INTAKE,
                new EvidenceAttached(report, piece, "image/png", 10, EvidenceCheck.TYPE_ONLY, world.tick()),
                "system");
        world.say(VERIFICATION, new EvidenceReceived(report, piece, world.now()), "system");
        world.row(VERIFICATION, "case_evidence", Map.of("evidence", evidence.toString(), "sha256", SHA256));
        world.attempt(
                Operation.VERIFY,
                Phase.OK,
                Map.of(Fact.REPORT, report.toString(), Fact.OFFICER, "sari", Fact.SHA256, SHA256),
                Map.of());
        world.say(VERIFICATION, decision("sari"), "officer:sari");
        told(report, Notice.VERIFIED);
        caseRow.put("state", "VERIFIED");
        world.row(VERIFICATION, "verification_case", caseRow);
        world.say(
                TICKET,
                new TicketOpened(ticket, ticketNumber, number, Optional.of(operator), report, world.tick()),
                "system");
        world.row(TICKET, "ticket_report", Map.of("report", report.toString(), "ticket", ticket.toString()));
        reportRow.put("ticket", ticket.toString());
        return this;
    }

    EvidenceVerified decision(String by) {
        return new EvidenceVerified(
                report,
                number,
                Category.PRIZE,
                Channel.SMS,
                List.of(piece),
                Optional.empty(),
                by,
                Optional.empty(),
                world.now(),
                world.tick());
    }

    private void chat() {
        String text = "Baik, ini buktinya untuk " + report;
        world.attempt(
                Operation.POST_MESSAGE,
                Phase.OK,
                Map.of(
                        Fact.REPORT,
                        report.toString(),
                        Fact.KEY,
                        "message-" + message,
                        Fact.AUTHOR,
                        "REPORTER",
                        Fact.TEXT,
                        text),
                Map.of(Fact.MESSAGE, message.toString()));
        world.row(
                INTAKE,
                "message",
                Map.of(
                        "id",
                        message.toString(),
                        "report",
                        report.toString(),
                        "sequence",
                        1L,
                        "author",
                        "REPORTER",
                        "client_id",
                        "message-" + message));
        world.messages.put(message.toString(), text);
        world.say(INTAKE, new MessagePosted(report, message, 1, Author.REPORTER, world.tick()), "system");
    }

    void blocked() {
        world.say(TICKET, new NumberBlocked(ticket, request, number, operator, world.tick()), "system");
        reportRow.putAll(Map.of("state", "CLOSED", "ticket_number", ticketNumber));
        world.row(INTAKE, "report", reportRow);
        ticketRow("BLOCKED", 3);
        followed(world.now());
        told(report, Notice.BLOCKED);
        storyOfAll("NUMBER_BLOCKED");
    }

    /** The vault's mail was taken. */
    void told(Object about, Notice notice) {
        world.say(INTAKE, new ReporterNotified(about.toString(), notice, world.tick()), "system");
    }

    /** A step of what the reporter is shown. */
    void story(String step) {
        world.row(INTAKE, "timeline_entry", Map.of("report", report.toString(), "step", step));
    }

    /** A step of what every reporter of the ticket is shown. */
    void storyOfAll(String step) {
        Map<String, Object> columns = new HashMap<>(Map.of("ticket", ticket.toString(), "step", step));
        columns.put("report", null);
        world.row(INTAKE, "timeline_entry", columns);
    }

    private void followed(Instant blockedAt) {
        Map<String, Object> columns = new HashMap<>(Map.of("ticket", ticket.toString()));
        columns.put("blocked_at", blockedAt);
        world.remove(INTAKE, "followed_ticket", old -> old.text("ticket").equals(ticket.toString()));
        world.rows(INTAKE, "followed_ticket").addFirst(new Row(columns));
    }

    void appealed() {
        AppealId appeal = new AppealId(UUID.randomUUID());
        String statement = "Nomor ini milik toko kami " + appeal;
        world.attempt(
                Operation.SUBMIT_APPEAL,
                Phase.OK,
                Map.of(Fact.KEY, "key-" + appeal, Fact.NUMBER, number.value(), Fact.STATEMENT, statement),
                Map.of(Fact.APPEAL, appeal.toString()));
        world.statements.put(appeal.toString(), statement);
        Map<String, Object> facts = Map.of("number", number.value(), "appeal_number", "BND-2026-000001");
        Map<String, Object> row = new HashMap<>(facts);
        row.putAll(Map.of("id", appeal.toString(), "state", "UNBLOCKED"));
        world.row(INTAKE, "appeal", row);
        Map<String, Object> decided = new HashMap<>(facts);
        decided.putAll(Map.of("appeal", appeal.toString(), "state", "UPHELD"));
        world.row(VERIFICATION, "appeal", decided);
        world.say(
                INTAKE,
                new AppealSubmitted(appeal, "BND-2026-000001", number, List.of(), "hash", world.tick()),
                "system");
        world.say(VERIFICATION, new AppealOpened(appeal, number, world.tick()), "system");
        world.attempt(
                Operation.UPHOLD_APPEAL,
                Phase.OK,
                Map.of(Fact.APPEAL, appeal.toString(), Fact.OFFICER, "wira"),
                Map.of());
        world.say(VERIFICATION, new AppealUpheld(appeal, number, "wira", world.tick()), "regulator:wira");
        RequestId unblock = new RequestId(UUID.randomUUID());
        new Dealings(this, unblock).unblocking(appeal).asked(true).answered().met();
        world.say(TICKET, new NumberUnblocked(ticket, unblock, number, operator, world.tick()), "system");
        world.say(
                TICKET,
                new TicketClosed(ticket, number, Outcome.UNBLOCKED, "system", world.now(), Optional.empty()),
                "system");
        world.remove(TICKET, "ticket", old -> old.text("id").equals(ticket.toString()));
        ticketRow("UNBLOCKED", 6);
        followed(null);
        told(report, Notice.UNBLOCKED);
        told(appeal, Notice.UNBLOCKED);
    }

    private void ticketRow(String state, long version) {
        world.row(
                TICKET,
                "ticket",
                Map.of(
                        "id", ticket.toString(),
                        "ticket_number", ticketNumber,
                        "number", number.value(),
                        "state", state,
                        "version", version));
    }

    String ticketNumber() {
        return ticketNumber;
    }
}
