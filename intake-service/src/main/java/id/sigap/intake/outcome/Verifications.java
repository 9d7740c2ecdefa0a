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
        batch.forEachNew(event -> {
            switch (event) {
                case CaseClaimed claimed -> conversing(claimed.report(), claimed.at());
                case CaseAssigned assigned -> conversing(assigned.report(), assigned.at());
                case EvidenceRequested asked -> evidenceAsked(asked);
                case EvidenceReceived received -> follow(received.report(), ReportMove.REVIEW);
                case CaseMerged merged -> withOthers(merged.report(), merged.at());
                case SecondApprovalRequested asked -> secondOfficer(asked.report(), asked.at());
                case EvidenceVerified verified -> verified(verified);
                case EvidenceRejected rejected -> rejected(rejected);
                case InformationAnswered answered -> answered(answered);
                case AppealOpened opened ->
                    appeals.locked(opened.appeal()).ifPresent(appeal -> appeal.follow(AppealMove.REVIEW, opened.at()));
                case AppealUpheld upheld ->
                    decide(
                            upheld.appeal(),
                            appeal -> appeal.follow(AppealMove.UPHOLD, upheld.at()),
                            Notice.APPEAL_UPHELD);
                case AppealDismissed dismissed ->
                    decide(
                            dismissed.appeal(),
                            appeal -> appeal.dismissed(dismissed.reason(), dismissed.at()),
                            Notice.APPEAL_DISMISSED);
                // the help desk's own business, or what the vault said itself
                case CaseOpened _, CaseReleased _, CaseUnmerged _, SecondApprovalRefused _, CaseWithdrawn _ -> {}
            }
        });
    }

    private void conversing(ReportId id, Instant at) {
        reports.lockedIfKnown(id).ifPresent(report -> {
            if (report.follow(ReportMove.CONVERSE)) {
                timeline.add(report, at, Step.IN_CONVERSATION);
            }
        });
    }

    private void follow(ReportId id, ReportMove move) {
        reports.lockedIfKnown(id).ifPresent(report -> report.follow(move));
    }

    private void evidenceAsked(EvidenceRequested asked) {
        reports.lockedIfKnown(asked.report()).ifPresent(report -> {
            report.follow(ReportMove.ASK_EVIDENCE);
            String kinds = asked.kinds().stream().map(Enum::name).collect(Collectors.joining(","));
            timeline.add(report, asked.at(), Step.EVIDENCE_REQUESTED, kinds);
            tell(report, Notice.EVIDENCE_REQUESTED);
        });
    }

    /** An officer has looked at it, if only to see that it is about what others reported: from here it can be verified. */
    private void withOthers(ReportId id, Instant at) {
        reports.lockedIfKnown(id).ifPresent(report -> {
            report.follow(ReportMove.CONVERSE);
            report.follow(ReportMove.REVIEW);
            timeline.add(report, at, Step.SEEN_WITH_OTHERS);
        });
    }

    private void secondOfficer(ReportId id, Instant at) {
        reports.lockedIfKnown(id).ifPresent(report -> {
            report.follow(ReportMove.REVIEW);
            timeline.add(report, at, Step.SECOND_OFFICER_ASKED);
        });
    }

    private void verified(EvidenceVerified verified) {
        reports.lockedIfKnown(verified.report()).ifPresent(report -> {
            timeline.add(report, verified.at(), Step.VERIFIED);
            // the ticket's end may have been heard of first: then the reporter knows more already
            if (report.follow(ReportMove.VERIFY)) {
                tell(report, Notice.VERIFIED);
            }
        });
    }

    private void rejected(EvidenceRejected rejected) {
        reports.lockedIfKnown(rejected.report()).ifPresent(report -> {
            if (report.follow(ReportMove.REJECT)) {
                timeline.add(
                        report, rejected.at(), Step.REJECTED, rejected.reason().name());
                tell(report, Notice.REJECTED);
            }
        });
    }

    private void answered(InformationAnswered answered) {
        reports.lockedIfKnown(answered.report()).ifPresent(report -> {
            if (report.follow(ReportMove.ANSWER)) {
                timeline.add(
                        report, answered.at(), Step.ANSWERED, answered.answer().name());
                tell(report, Notice.ANSWERED);
            }
        });
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
