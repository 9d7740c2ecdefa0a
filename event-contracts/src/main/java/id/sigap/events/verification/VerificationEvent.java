package id.sigap.events.verification;

import id.sigap.events.Event;

/** What the help desk and the regulator decided. Topic {@code sigap.verifications}. */
public sealed interface VerificationEvent extends Event
        permits CaseClaimed,
                EvidenceRequested,
                EvidenceVerified,
                EvidenceRejected,
                InformationAnswered,
                AppealUpheld,
                AppealDismissed {}
