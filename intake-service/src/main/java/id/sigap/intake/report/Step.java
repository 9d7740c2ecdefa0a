package id.sigap.intake.report;

/** What a reporter is shown of a case's story; the sentences stand in the wording under {@code timeline.<step>}. */
public enum Step {
    SUBMITTED,
    IN_CONVERSATION,
    /** No officer has it any more, or not yet on its own. */
    WAITING_AGAIN,
    EVIDENCE_REQUESTED,
    EVIDENCE_ATTACHED,
    EVIDENCE_REFUSED,
    SEEN_WITH_OTHERS,
    SECOND_OFFICER_ASKED,
    VERIFIED,
    REJECTED,
    ANSWERED,
    WITHDRAWN,
    TICKET_OPENED,
    TICKET_JOINED,
    TICKET_LEFT,
    OPERATOR_ASKED,
    OPERATOR_ACKNOWLEDGED,
    OPERATOR_DECLINED,
    OPERATOR_CHANGED,
    NUMBER_BLOCKED,
    NOT_BLOCKED,
    UNBLOCK_ASKED,
    NUMBER_UNBLOCKED,
    /** The operator need not block any more. */
    REQUEST_WITHDRAWN,
    /** An appeal was upheld before anything was blocked. */
    OWNER_WAS_RIGHT
}
