package id.sigap.events.verification;

import id.sigap.events.Event;

/** What the help desk and the regulator decided, and every step on the way there. Topic {@code sigap.verifications}. */
public sealed interface VerificationEvent extends Event
        permits CaseOpened,
                CaseClaimed,
                CaseAssigned,
                CaseReleased,
                CaseMerged,
                CaseUnmerged,
                EvidenceRequested,
                EvidenceReceived,
                SecondApprovalRequested,
                SecondApprovalRefused,
                EvidenceVerified,
                EvidenceRejected,
                InformationAnswered,
                CaseWithdrawn,
                AppealOpened,
                AppealUpheld,
                AppealDismissed {}
