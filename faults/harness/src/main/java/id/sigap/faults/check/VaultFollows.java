package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** J: where a report and an appeal stand in the vault follows from what the help desk, the regulator and the tickets said, in any order. */
final class VaultFollows implements Rule {

    private static final Set<String> DECIDED = Set.of("VERIFIED", "REJECTED", "ANSWERED");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.J);
        Map<String, List<Said<VerificationEvent>>> heard = snapshot.said(VerificationEvent.class)
                .collect(Collectors.groupingBy(said -> said.event().subject()));
        Set<String> withdrawn = snapshot.said(ReportWithdrawn.class)
                .map(said -> said.event().subject())
                .collect(Collectors.toSet());
        Set<String> over = over(snapshot);
        for (Row report : snapshot.table(INTAKE, "report")) {
            String id = report.text("id");
            String state =
                    over.contains(id) ? "CLOSED" : report(heard.getOrDefault(id, List.of()), withdrawn.contains(id));
            found.unless(
                    state.equals(report.text("state")),
                    "the vault has the report %s, by what was said it is %s".formatted(report.text("state"), state),
                    id);
        }
        Set<String> lifted = lifted(snapshot);
        for (Row appeal : snapshot.table(INTAKE, "appeal")) {
            String id = appeal.text("id");
            String state = lifted.contains(id) ? "UNBLOCKED" : appeal(heard.getOrDefault(id, List.of()));
            found.unless(
                    state.equals(appeal.text("state"))
                            || appeal.text("state").equals("DRAFT") && !heard.containsKey(id),
                    "the vault has the appeal %s, by what was said it is %s".formatted(appeal.text("state"), state),
                    id);
        }
        return found.list();
    }

    /** Reports in a ticket that blocked the number or came to its end; who joins a blocked one is told at once. */
    private static Set<String> over(Snapshot snapshot) {
        Set<String> ended = snapshot.said(TicketEvent.class)
                .filter(said -> said.event() instanceof NumberBlocked
                        || said.event() instanceof NumberUnblocked
                        || said.event() instanceof TicketClosed)
                .map(said -> said.event().subject())
                .collect(Collectors.toSet());
        Set<String> takenOut = TicketsOnce.takenOut(snapshot);
        return TicketsOnce.joins(snapshot)
                .filter(join -> ended.contains(join.ticket()) && !takenOut.contains(join.report()))
                .map(TicketsOnce.Join::report)
                .collect(Collectors.toSet());
    }

    private static Set<String> lifted(Snapshot snapshot) {
        Set<String> confirmed = snapshot.said(NumberUnblocked.class)
                .map(said -> said.event().request().toString())
                .collect(Collectors.toSet());
        return snapshot.said(UnblockRequested.class)
                .map(said -> said.event())
                .filter(asked -> confirmed.contains(asked.request().toString()))
                .flatMap(asked -> asked.appeal().stream())
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static String report(List<Said<VerificationEvent>> heard, boolean withdrawn) {
        String state = "SUBMITTED";
        for (Said<VerificationEvent> said : heard) {
            state = move(said.event()).filter(allowedFrom(state)::contains).orElse(state);
        }
        return withdrawn && !DECIDED.contains(state) ? "WITHDRAWN" : state;
    }

    private static Optional<String> move(VerificationEvent event) {
        return Optional.ofNullable(
                switch (event) {
                    case CaseClaimed _, CaseAssigned _ -> "IN_CONVERSATION";
                    case EvidenceRequested _ -> "AWAITING_EVIDENCE";
                    case EvidenceReceived _, SecondApprovalRequested _ -> "UNDER_REVIEW";
                    case EvidenceVerified _ -> "VERIFIED";
                    case EvidenceRejected _ -> "REJECTED";
                    case InformationAnswered _ -> "ANSWERED";
                    default -> null;
                });
    }

    private static Set<String> allowedFrom(String state) {
        return switch (state) {
            case "SUBMITTED" -> Set.of("IN_CONVERSATION");
            case "IN_CONVERSATION" -> Set.of("AWAITING_EVIDENCE", "UNDER_REVIEW", "VERIFIED", "REJECTED", "ANSWERED");
            case "AWAITING_EVIDENCE" -> Set.of("UNDER_REVIEW", "REJECTED", "ANSWERED");
            case "UNDER_REVIEW" -> Set.of("AWAITING_EVIDENCE", "VERIFIED", "REJECTED", "ANSWERED");
            default -> Set.of();
        };
    }

    private static String appeal(List<Said<VerificationEvent>> heard) {
        String state = "SUBMITTED";
        for (Said<VerificationEvent> said : heard) {
            state = switch (said.event()) {
                case AppealOpened _ -> "UNDER_REVIEW";
                case AppealUpheld _ -> "UPHELD";
                case AppealDismissed _ -> "DISMISSED";
                default -> state;
            };
        }
        return state;
    }
}
