package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.AppealId;
import id.sigap.events.TicketId;
import id.sigap.events.report.ReportWithdrawn;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.NothingToUnblock;
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
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseOpened;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.CaseWithdrawn;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRefused;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** M: where a report and an appeal stand in the vault follows from what the help desk, the regulator and the tickets said, in any order. */
final class VaultFollows implements Rule {

    private static final Set<String> DECIDED = Set.of("VERIFIED", "REJECTED", "ANSWERED");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.M);
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
        Map<String, String> undoing = undoing(snapshot);
        for (Row appeal : snapshot.table(INTAKE, "appeal")) {
            String id = appeal.text("id");
            String state = undoing.getOrDefault(id, appeal(heard.getOrDefault(id, List.of())));
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

    /** What tickets had to undo for an appeal, and how far that is. */
    private static Map<String, String> undoing(Snapshot snapshot) {
        Map<String, String> states = new HashMap<>();
        Map<TicketId, Set<String>> appeals = new HashMap<>();
        snapshot.said(TicketEvent.class).map(Said::event).forEach(event -> {
            switch (event) {
                case UnblockRequested asked -> {
                    Set<String> waiting = appeals.computeIfAbsent(asked.ticket(), _ -> new HashSet<>());
                    asked.appeal().map(AppealId::toString).ifPresent(waiting::add);
                    waiting.forEach(appeal -> states.put(appeal, "UNBLOCK_ASKED"));
                }
                case AppealJoined joined -> {
                    String appeal = joined.appeal().toString();
                    appeals.computeIfAbsent(joined.ticket(), _ -> new HashSet<>())
                            .add(appeal);
                    states.put(appeal, "UNBLOCK_ASKED");
                }
                case NumberUnblocked lifted ->
                    appeals.getOrDefault(lifted.ticket(), Set.of()).forEach(appeal -> states.put(appeal, "UNBLOCKED"));
                case NothingToUnblock nothing -> states.put(nothing.appeal().toString(), "NOTHING_BLOCKED");
                default -> {}
            }
        });
        return states;
    }

    private static String report(List<Said<VerificationEvent>> heard, boolean withdrawn) {
        String state = "SUBMITTED";
        for (Said<VerificationEvent> said : heard) {
            state = after(state, said.event());
        }
        return withdrawn && !DECIDED.contains(state) ? "WITHDRAWN" : state;
    }

    /** What the help desk did is followed from every state. */
    private static String after(String state, VerificationEvent event) {
        return switch (event) {
            // evidence that came in is still looked at
            case CaseClaimed _, CaseAssigned _ -> state.equals("UNDER_REVIEW") ? state : "IN_CONVERSATION";
            case CaseReleased _, CaseUnmerged _ -> "SUBMITTED";
            case EvidenceRequested _ -> "AWAITING_EVIDENCE";
            // nobody looks at it while nobody has the case
            case EvidenceReceived _ -> state.equals("SUBMITTED") ? state : "UNDER_REVIEW";
            case SecondApprovalRequested _, CaseMerged _ -> "UNDER_REVIEW";
            case EvidenceVerified _ -> "VERIFIED";
            case EvidenceRejected _ -> "REJECTED";
            case InformationAnswered _ -> "ANSWERED";
            // the vault's own word, the same officer's, or an appeal's
            case CaseOpened _,
                    CaseWithdrawn _,
                    SecondApprovalRefused _,
                    AppealOpened _,
                    AppealUpheld _,
                    AppealDismissed _ -> state;
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
