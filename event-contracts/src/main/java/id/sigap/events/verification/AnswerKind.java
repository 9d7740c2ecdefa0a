package id.sigap.events.verification;

/** How a case ends that is answered instead of blocked. */
public enum AnswerKind {
    /** The question was answered. */
    INFORMATION_GIVEN,
    /** A hacked account: the reporter was sent to the platform. */
    REFERRED_TO_PLATFORM,
    /** A foreign number, a landline or a short code: no domestic operator can block it. */
    NUMBER_NOT_BLOCKABLE
}
