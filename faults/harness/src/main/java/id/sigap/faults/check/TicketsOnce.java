package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.TICKET;

import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A: a verified report is in one ticket, its number's, and the vault tells its reporter of that ticket. */
final class TicketsOnce implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.A);
        Set<String> takenOut = takenOut(snapshot);
        new Tally()
                .in(
                        "the help desk's decisions",
                        snapshot.said(EvidenceVerified.class)
                                .map(said -> said.event().subject()))
                .in("the tickets' journal", joins(snapshot).map(Join::report))
                .in("the tickets", ReportsOnce.ids(snapshot.table(TICKET, "ticket_report"), "report"))
                // a report that an officer took out is followed no more
                .in(
                        "the vault's tickets",
                        Stream.concat(
                                snapshot.table(INTAKE, "report").stream()
                                        .filter(report -> report.has("ticket"))
                                        .map(report -> report.text("id")),
                                takenOut.stream()))
                .judge("verified report", found);
        joined(snapshot, takenOut, found);
        return found.list();
    }

    /** Reports that an officer took out of a ticket again. */
    static Set<String> takenOut(Snapshot snapshot) {
        return snapshot.said(ReportUnmerged.class)
                .map(said -> said.event().report().toString())
                .collect(Collectors.toSet());
    }

    /** A report came into a ticket. */
    record Join(String report, String ticket, Said<? extends TicketEvent> said) {}

    static Stream<Join> joins(Snapshot snapshot) {
        return Stream.concat(
                snapshot.said(TicketOpened.class)
                        .map(said -> new Join(
                                said.event().report().toString(), said.event().subject(), said)),
                snapshot.said(ReportMerged.class)
                        .map(said -> new Join(
                                said.event().report().toString(), said.event().subject(), said)));
    }

    private static void joined(Snapshot snapshot, Set<String> takenOut, Findings found) {
        Map<String, Row> tickets = byId(snapshot.table(TICKET, "ticket"), "id");
        Map<String, Row> reports = byId(snapshot.table(INTAKE, "report"), "id");
        Map<String, String> numbers = snapshot.said(EvidenceVerified.class)
                .collect(Collectors.toMap(
                        said -> said.event().subject(),
                        said -> said.event().number().value(),
                        (first, _) -> first));
        joins(snapshot).forEach(join -> {
            Row ticket = tickets.get(join.ticket());
            if (ticket == null) {
                found.add("a ticket is journalled and is not there", join.ticket());
                return;
            }
            String verified = numbers.getOrDefault(join.report(), "not verified");
            found.unless(
                    ticket.text("number").equals(verified),
                    "the ticket is about %s, its report is %s".formatted(ticket.text("number"), verified),
                    join.ticket(),
                    join.report());
            Row report = reports.get(join.report());
            found.unless(
                    report == null
                            || takenOut.contains(join.report())
                            || report.text("ticket_number").equals(ticket.text("ticket_number")),
                    "the vault does not tell the reporter of ticket " + ticket.text("ticket_number"),
                    join.report(),
                    join.ticket());
        });
    }

    static Map<String, Row> byId(List<Row> rows, String id) {
        return rows.stream().collect(Collectors.toMap(row -> row.text(id), Function.identity(), (first, _) -> first));
    }
}
