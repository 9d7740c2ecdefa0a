package id.sigap.intake.outcome;

import id.sigap.events.Action;
import id.sigap.events.AppealId;
import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.Event;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.ReportId;
import id.sigap.events.RequestId;
import id.sigap.events.TicketId;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.ticket.AppealJoined;
import id.sigap.events.ticket.BlockRequested;
import id.sigap.events.ticket.NothingToUnblock;
import id.sigap.events.ticket.NumberBlocked;
import id.sigap.events.ticket.NumberUnblocked;
import id.sigap.events.ticket.Outcome;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.ReleaseRefused;
import id.sigap.events.ticket.ReportMerged;
import id.sigap.events.ticket.ReportUnmerged;
import id.sigap.events.ticket.RequestWithdrawn;
import id.sigap.events.ticket.TicketAcknowledged;
import id.sigap.events.ticket.TicketClosed;
import id.sigap.events.ticket.TicketDeclined;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.ticket.WithdrawalReason;
import id.sigap.events.verification.AnswerKind;
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
import id.sigap.events.verification.DismissalReason;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.RejectionReason;
import id.sigap.events.verification.SecondApprovalRefused;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.intake.outcome.Successions.Arrow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes events of a word: each a minute after the one before, all about one report, one ticket and one appeal. */
final class Wire {

    static final ReportId REPORT = new ReportId(new UUID(1, 1));
    static final ReportId ANOTHER = new ReportId(new UUID(1, 2));
    static final TicketId TICKET = new TicketId(new UUID(2, 1));
    static final AppealId APPEAL = new AppealId(new UUID(3, 1));
    static final Msisdn NUMBER = new Msisdn("+6281100000099");
    static final Instant START = Instant.parse("2026-11-30T03:00:00Z");

    private static final String TICKET_NUMBER = "SGP-2026-000123";
    private static final RequestId REQUEST = new RequestId(new UUID(4, 1));
    private static final OperatorCode TELKOMSEL = new OperatorCode("TELKOMSEL");
    private static final OperatorCode INDOSAT = new OperatorCode("INDOSAT");
    private static final EvidenceRef EVIDENCE = new EvidenceRef(new EvidenceId(new UUID(5, 1)), "ab".repeat(32));
    private static final Duration DAY = Duration.ofDays(1);

    static List<Event> events(List<Arrow> word) {
        List<Event> events = new ArrayList<>();
        for (Arrow arrow : word) {
            Instant at = START.plus(Duration.ofMinutes(events.size() + 1L));
            events.add(
                    VerificationEvent.class.isAssignableFrom(arrow.event())
                            ? ofHelpDesk(arrow, at)
                            : ofTicket(arrow, at));
        }
        return events;
    }

    private static Event ofHelpDesk(Arrow arrow, Instant at) {
        return switch (arrow.event().getSimpleName()) {
            case "CaseOpened" -> new CaseOpened(REPORT, at);
            case "CaseClaimed" -> new CaseClaimed(REPORT, "sari", at);
            case "CaseAssigned" -> new CaseAssigned(REPORT, "budi", "dewi", at);
            case "CaseReleased" -> new CaseReleased(REPORT, "sari", "sari", at);
            case "CaseMerged" -> new CaseMerged(REPORT, ANOTHER, "sari", at);
            case "CaseUnmerged" -> new CaseUnmerged(REPORT, ANOTHER, "sari", at);
            case "CaseWithdrawn" -> new CaseWithdrawn(REPORT, at);
            case "EvidenceRequested" -> new EvidenceRequested(REPORT, "sari", Set.of(EvidenceKind.MESSAGE_PHOTO), at);
            case "EvidenceReceived" -> new EvidenceReceived(REPORT, EVIDENCE, at);
            case "SecondApprovalRequested" ->
                new SecondApprovalRequested(
                        REPORT, NUMBER, Category.PRIZE, List.of(EVIDENCE), Optional.empty(), "sari", at);
            case "SecondApprovalRefused" -> new SecondApprovalRefused(REPORT, "budi", at);
            case "EvidenceVerified" ->
                new EvidenceVerified(
                        REPORT,
                        NUMBER,
                        Category.PRIZE,
                        Channel.SMS,
                        List.of(EVIDENCE),
                        Optional.empty(),
                        "sari",
                        Optional.empty(),
                        START,
                        at);
            case "EvidenceRejected" -> new EvidenceRejected(REPORT, RejectionReason.NOT_FRAUD, "sari", at);
            case "InformationAnswered" -> new InformationAnswered(REPORT, AnswerKind.REFERRED_TO_PLATFORM, "sari", at);
            case "AppealOpened" -> new AppealOpened(APPEAL, NUMBER, at);
            case "AppealUpheld" -> new AppealUpheld(APPEAL, NUMBER, "wira", at);
            case "AppealDismissed" ->
                new AppealDismissed(APPEAL, NUMBER, DismissalReason.OWNERSHIP_NOT_PROVEN, "wira", at);
            default -> throw new IllegalArgumentException("the help desk says no " + arrow);
        };
    }

    private static Event ofTicket(Arrow arrow, Instant at) {
        return switch (arrow.event().getSimpleName()) {
            case "TicketOpened" ->
                new TicketOpened(
                        TICKET,
                        TICKET_NUMBER,
                        NUMBER,
                        Optional.of(TELKOMSEL),
                        arrow.from().equals(Deciders.OURS) ? REPORT : ANOTHER,
                        at);
            case "ReportMerged" -> new ReportMerged(TICKET, REPORT, at);
            case "ReportUnmerged" -> new ReportUnmerged(TICKET, REPORT, at);
            case "TicketRerouted" -> new TicketRerouted(TICKET, Optional.of(TELKOMSEL), INDOSAT, "sari", at);
            case "BlockRequested" ->
                new BlockRequested(
                        TICKET,
                        TICKET_NUMBER,
                        REQUEST,
                        TELKOMSEL,
                        NUMBER,
                        Category.PRIZE,
                        Channel.SMS,
                        DAY,
                        at,
                        at.plus(DAY),
                        START);
            case "TicketAcknowledged" -> new TicketAcknowledged(TICKET, REQUEST, TELKOMSEL, at);
            case "NumberBlocked" -> new NumberBlocked(TICKET, REQUEST, NUMBER, TELKOMSEL, at);
            case "TicketDeclined" ->
                new TicketDeclined(TICKET, REQUEST, TELKOMSEL, DeclineReason.NOT_OURS, Optional.empty(), at);
            case "RequestWithdrawn" ->
                new RequestWithdrawn(
                        TICKET,
                        TICKET_NUMBER,
                        REQUEST,
                        TELKOMSEL,
                        Action.BLOCK,
                        NUMBER,
                        WithdrawalReason.APPEAL_UPHELD,
                        at);
            case "ReleaseProposed" -> new ReleaseProposed(TICKET, NUMBER, "sari", at);
            case "ReleaseRefused" -> new ReleaseRefused(TICKET, NUMBER, "budi", at);
            case "AppealJoined" -> new AppealJoined(TICKET, APPEAL, REQUEST, NUMBER, at);
            case "NothingToUnblock" -> new NothingToUnblock(APPEAL, NUMBER, at);
            case "UnblockRequested" -> unblockRequested(reason(arrow.from()), at);
            case "NumberUnblocked" -> new NumberUnblocked(TICKET, REQUEST, NUMBER, TELKOMSEL, at);
            case "TicketClosed" ->
                new TicketClosed(TICKET, NUMBER, outcome(arrow.from()), "sari", at, appeal(arrow.from()));
            default -> throw new IllegalArgumentException("a ticket says no " + arrow);
        };
    }

    private static Outcome outcome(String from) {
        if (from.endsWith("Lifted")) {
            return Outcome.UNBLOCKED;
        }
        return Outcome.NOT_BLOCKED;
    }

    /** A ticket that nobody took up ends by an officer, one that was declined by an appeal. */
    private static Optional<AppealId> appeal(String from) {
        return Optional.of(APPEAL).filter(_ -> from.endsWith("DECLINED"));
    }

    private static UnblockReason reason(String from) {
        if (from.contains("Blocked ")) {
            return UnblockReason.LATE_BLOCK;
        }
        return from.endsWith("RELEASE_PROPOSED") ? UnblockReason.RELEASE : UnblockReason.APPEAL;
    }

    private static UnblockRequested unblockRequested(UnblockReason reason, Instant at) {
        return new UnblockRequested(
                TICKET,
                TICKET_NUMBER,
                REQUEST,
                TELKOMSEL,
                NUMBER,
                reason,
                Optional.of(APPEAL).filter(_ -> reason == UnblockReason.APPEAL),
                Optional.of("budi").filter(_ -> reason == UnblockReason.RELEASE),
                DAY,
                at,
                at.plus(DAY));
    }

    private Wire() {}
}
