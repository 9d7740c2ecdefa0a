package id.sigap.intake.outcome;

import id.sigap.events.Event;
import id.sigap.events.report.Notice;
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
import id.sigap.events.ticket.TicketEvent;
import id.sigap.events.ticket.TicketOpened;
import id.sigap.events.ticket.TicketRerouted;
import id.sigap.events.ticket.UnblockReason;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealDismissed;
import id.sigap.events.verification.AppealOpened;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRejected;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.InformationAnswered;
import id.sigap.events.verification.SecondApprovalRequested;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.intake.report.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows from what was heard, told anew: by the last facts of each topic, not by a table of moves. */
final class Fold {

    final List<Step> steps = new ArrayList<>();
    final List<Notice> mails = new ArrayList<>();

    // the help desk
    private String desk = "SUBMITTED";
    private Optional<String> decision = Optional.empty();
    private boolean takenBack;

    // the ticket, and what it said while this report was in it
    private boolean isIn;
    private boolean endWasHeard;
    private Optional<String> end = Optional.empty();
    private Optional<Instant> due = Optional.empty();
    private Optional<Instant> blocked = Optional.empty();
    private boolean unblockAsked;
    private boolean over;

    // the appeal
    private String appeal = "SUBMITTED";
    private boolean ticketRestsOnAppeal;
    private Optional<String> appealByTicket = Optional.empty();
    final List<Notice> mailsToAppellant = new ArrayList<>();
    private Optional<Instant> appealDecided = Optional.empty();

    String report() {
        if (end.isPresent()) {
            return "CLOSED";
        }
        if (endWasHeard) {
            return decision.orElse("VERIFIED");
        }
        return decision.orElse(takenBack ? "WITHDRAWN" : desk);
    }

    boolean mayBeTakenBack() {
        return decision.isEmpty() && !endWasHeard && !takenBack;
    }

    void takenBack() {
        takenBack = true;
    }

    Optional<String> ticketEnd() {
        return end;
    }

    Optional<Instant> deadline() {
        return isIn ? due : Optional.empty();
    }

    boolean isInTicket() {
        return isIn;
    }

    Optional<Instant> blockedSince() {
        return blocked;
    }

    NumberStanding number() {
        if (blocked.isPresent()) {
            return NumberStanding.BLOCKED;
        }
        return over || unblockAsked ? NumberStanding.NONE : NumberStanding.ON_ITS_WAY;
    }

    String appeal() {
        return appealByTicket.orElse(appeal);
    }

    Optional<Instant> appealDecided() {
        return appealDecided;
    }

    void hear(Event event) {
        switch (event) {
            case VerificationEvent said -> desk(said);
            case TicketEvent said -> ticket(said);
            default -> throw new IllegalArgumentException("nobody listens for " + event);
        }
    }

    private void desk(VerificationEvent event) {
        switch (event) {
            case CaseClaimed _, CaseAssigned _ -> {
                desk = desk.equals("UNDER_REVIEW") ? desk : "IN_CONVERSATION";
                steps.add(Step.IN_CONVERSATION);
            }
            case CaseReleased _, CaseUnmerged _ -> {
                desk = "SUBMITTED";
                steps.add(Step.WAITING_AGAIN);
            }
            case EvidenceRequested _ -> {
                desk = "AWAITING_EVIDENCE";
                steps.add(Step.EVIDENCE_REQUESTED);
                if (mayBeTakenBack()) {
                    mails.add(Notice.EVIDENCE_REQUESTED);
                }
            }
            case EvidenceReceived _ -> desk = desk.equals("SUBMITTED") ? desk : "UNDER_REVIEW";
            case CaseMerged _ -> {
                desk = "UNDER_REVIEW";
                steps.add(Step.SEEN_WITH_OTHERS);
            }
            case SecondApprovalRequested _ -> {
                desk = "UNDER_REVIEW";
                steps.add(Step.SECOND_OFFICER_ASKED);
            }
            case EvidenceVerified _ -> decided("VERIFIED", Step.VERIFIED, Notice.VERIFIED);
            case EvidenceRejected _ -> decided("REJECTED", Step.REJECTED, Notice.REJECTED);
            case InformationAnswered _ -> decided("ANSWERED", Step.ANSWERED, Notice.ANSWERED);
            case AppealOpened _ -> appeal = "UNDER_REVIEW";
            case AppealUpheld upheld -> {
                appeal = "UPHELD";
                appealDecided = Optional.of(upheld.at());
            }
            case AppealDismissed dismissed -> {
                appeal = "DISMISSED";
                mailsToAppellant.add(Notice.APPEAL_DISMISSED);
                appealDecided = Optional.of(dismissed.at());
            }
            default -> {}
        }
    }

    private void decided(String state, Step step, Notice mail) {
        decision = Optional.of(state);
        steps.add(step);
        if (!endWasHeard) {
            mails.add(mail);
        }
    }

    private void ticket(TicketEvent event) {
        switch (event) {
            case TicketOpened opened -> {
                if (opened.report().equals(Wire.REPORT)) {
                    join(Step.TICKET_OPENED);
                }
            }
            case ReportMerged _ -> join(Step.TICKET_JOINED);
            case ReportUnmerged _ -> {
                steps.add(Step.TICKET_LEFT);
                isIn = false;
                end = Optional.empty();
            }
            case BlockRequested asked -> {
                due = Optional.of(asked.dueAt());
                step(Step.OPERATOR_ASKED);
            }
            case TicketAcknowledged _ -> step(Step.OPERATOR_ACKNOWLEDGED);
            case TicketDeclined _ -> {
                due = Optional.empty();
                step(Step.OPERATOR_DECLINED);
            }
            case TicketRerouted _ -> step(Step.OPERATOR_CHANGED);
            case NumberBlocked said -> {
                due = Optional.empty();
                blocked = Optional.of(said.blockedAt());
                end("BLOCKED", Step.NUMBER_BLOCKED, Notice.BLOCKED);
            }
            case RequestWithdrawn _ -> {
                due = Optional.empty();
                step(Step.REQUEST_WITHDRAWN);
            }
            case ReleaseProposed _, ReleaseRefused _ -> {}
            case UnblockRequested asked -> {
                due = Optional.empty();
                unblockAsked = true;
                over = false;
                step(Step.UNBLOCK_ASKED);
                if (asked.appeal().isPresent()) {
                    appealWaits();
                } else if (asked.reason() == UnblockReason.LATE_BLOCK && ticketRestsOnAppeal && isLifted()) {
                    appealByTicket = Optional.of("UNBLOCK_ASKED");
                    mailsToAppellant.add(Notice.UNBLOCK_ASKED_AGAIN);
                }
            }
            case AppealJoined _ -> appealWaits();
            case NothingToUnblock _ -> {
                appealByTicket = Optional.of("NOTHING_BLOCKED");
                mailsToAppellant.add(Notice.NOTHING_BLOCKED);
            }
            case NumberUnblocked _ -> {
                boolean wasBlocked = blocked.isPresent();
                blocked = Optional.empty();
                if (wasBlocked) {
                    end("UNBLOCKED", Step.NUMBER_UNBLOCKED, Notice.UNBLOCKED);
                } else {
                    end("NOT_BLOCKED", Step.OWNER_WAS_RIGHT, Notice.OWNER_WAS_RIGHT);
                }
                if (ticketRestsOnAppeal && !isLifted()) {
                    appealByTicket = Optional.of("UNBLOCKED");
                    mailsToAppellant.add(Notice.UNBLOCKED);
                }
            }
            case TicketClosed closed -> {
                due = Optional.empty();
                over = true;
                if (closed.appeal().isPresent()) {
                    end("NOT_BLOCKED", Step.OWNER_WAS_RIGHT, Notice.OWNER_WAS_RIGHT);
                } else if (closed.outcome() == Outcome.NOT_BLOCKED) {
                    end("NOT_BLOCKED", Step.NOT_BLOCKED, Notice.NOT_BLOCKED);
                }
            }
        }
    }

    private void appealWaits() {
        ticketRestsOnAppeal = true;
        if (appealByTicket.isEmpty()) {
            appealByTicket = Optional.of("UNBLOCK_ASKED");
            mailsToAppellant.add(Notice.APPEAL_UPHELD);
        }
    }

    private boolean isLifted() {
        return appealByTicket.equals(Optional.of("UNBLOCKED"));
    }

    private void join(Step step) {
        isIn = true;
        steps.add(step);
        if (blocked.isPresent()) {
            end("BLOCKED", Step.NUMBER_BLOCKED, Notice.BLOCKED);
        }
        if (unblockAsked) {
            steps.add(Step.UNBLOCK_ASKED);
        }
    }

    private void step(Step step) {
        if (isIn) {
            steps.add(step);
        }
    }

    private void end(String how, Step step, Notice mail) {
        if (isIn) {
            end = Optional.of(how);
            endWasHeard = true;
            steps.add(step);
            mails.add(mail);
        }
    }
}
