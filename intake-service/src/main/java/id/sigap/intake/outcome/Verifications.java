package id.sigap.intake.outcome;

import id.sigap.events.AppealId;
import id.sigap.events.ReportId;
import id.sigap.events.report.Notice;
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
import id.sigap.intake.appeal.Appeal;
import id.sigap.intake.appeal.AppealMove;
import id.sigap.intake.appeal.Appeals;
import id.sigap.intake.notice.Notices;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.ReportMove;
import id.sigap.intake.report.ReportState;
import id.sigap.intake.report.Reports;
import id.sigap.intake.report.Step;
import id.sigap.intake.report.Timeline;
import id.sigap.reliable.EventBatch;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What the help desk and the regulator decided, and what it means for those who wait. */
@ApplicationScoped
class Verifications {

    private final Reports reports;
    private final Appeals appeals;
    private final Timeline timeline;
    private final Notices notices;

    Verifications(Reports reports, Appeals appeals, Timeline timeline, Notices notices) {
        this.reports = reports;
        this.appeals = appeals;
        this.timeline = timeline;
        this.notices = notices;
    }

    @Incoming("verifications")
    @Blocking
    void on(EventBatch<VerificationEvent> batch) {
        batch.forEachNew(this::follow);
    }

    void follow(VerificationEvent event) {
        switch (event) {
            case CaseClaimed claimed -> step(claimed.report(), ReportMove.CONVERSE, claimed.at(), Step.IN_CONVERSATION);
            case CaseAssigned assigned ->
                step(assigned.report(), ReportMove.CONVERSE, assigned.at(), Step.IN_CONVERSATION);
            case CaseReleased released ->
                step(released.report(), ReportMove.RELEASE, released.at(), Step.WAITING_AGAIN);
            case EvidenceRequested asked -> evidenceAsked(asked);
            case EvidenceReceived received -> received(received);
            // an officer has looked at it, if only to see that it is about what others reported
            case CaseMerged merged -> step(merged.report(), ReportMove.REVIEW, merged.at(), Step.SEEN_WITH_OTHERS);
            case CaseUnmerged parted -> step(parted.report(), ReportMove.RELEASE, parted.at(), Step.WAITING_AGAIN);
            case SecondApprovalRequested asked ->
                step(asked.report(), ReportMove.REVIEW, asked.at(), Step.SECOND_OFFICER_ASKED);
            case EvidenceVerified verified -> verified(verified);
            case EvidenceRejected rejected -> rejected(rejected);
            case InformationAnswered answered -> answered(answered);
            case AppealOpened opened ->
                appeals.locked(opened.appeal()).ifPresent(appeal -> appeal.follow(AppealMove.REVIEW));
            // told by what follows from it: the ticket's word on what there is to undo
            case AppealUpheld upheld -> appeals.locked(upheld.appeal()).ifPresent(appeal -> appeal.upheld(upheld.at()));
            case AppealDismissed dismissed ->
                decide(
                        dismissed.appeal(),
                        appeal -> appeal.dismissed(dismissed.reason(), dismissed.at()),
                        Notice.APPEAL_DISMISSED);
            // the same officer goes on, or the vault said it itself
            case CaseOpened _, SecondApprovalRefused _, CaseWithdrawn _ -> {}
        }
    }

    private void step(ReportId id, ReportMove move, Instant at, Step step) {
        reports.lockedIfKnown(id).ifPresent(report -> {
            report.follow(move);
            timeline.add(report, at, step);
        });
    }

    private void received(EvidenceReceived received) {
        reports.lockedIfKnown(received.report()).ifPresent(report -> report.follow(ReportMove.RECEIVE_EVIDENCE));
    }

    private void evidenceAsked(EvidenceRequested asked) {
        reports.lockedIfKnown(asked.report()).ifPresent(report -> {
            report.follow(ReportMove.ASK_EVIDENCE);
            String kinds = asked.kinds().stream().map(Enum::name).collect(Collectors.joining(","));
            timeline.add(report, asked.at(), Step.EVIDENCE_REQUESTED, kinds);
            // who took the report back, or knows its end, is asked for nothing any more
            if (report.state() == ReportState.AWAITING_EVIDENCE) {
                tell(report, Notice.EVIDENCE_REQUESTED);
            }
        });
    }

    private void verified(EvidenceVerified verified) {
        reports.lockedIfKnown(verified.report()).ifPresent(report -> {
            report.verified(verified.number());
            decide(report, ReportMove.VERIFY, Notice.VERIFIED);
            timeline.add(report, verified.at(), Step.VERIFIED);
        });
    }

    private void rejected(EvidenceRejected rejected) {
        reports.lockedIfKnown(rejected.report()).ifPresent(report -> {
            decide(report, ReportMove.REJECT, Notice.REJECTED);
            timeline.add(report, rejected.at(), Step.REJECTED, rejected.reason().name());
        });
    }

    private void answered(InformationAnswered answered) {
        reports.lockedIfKnown(answered.report()).ifPresent(report -> {
            decide(report, ReportMove.ANSWER, Notice.ANSWERED);
            timeline.add(report, answered.at(), Step.ANSWERED, answered.answer().name());
        });
    }

    /** Of a decision the reporter is told by mail, unless the ticket's end was heard of first: then they know more already. */
    private void decide(Report report, ReportMove move, Notice notice) {
        if (report.follow(move)) {
            tell(report, notice);
        }
    }

    private void decide(AppealId id, Predicate<Appeal> move, Notice notice) {
        appeals.locked(id)
                .filter(move)
                .ifPresent(appeal -> notices.tell(appeal.caseId(), notice, appeal.language(), appeal.appealNumber()));
    }

    private void tell(Report report, Notice notice) {
        notices.tell(report.caseId(), notice, report.language(), report.caseNumber());
    }
}
