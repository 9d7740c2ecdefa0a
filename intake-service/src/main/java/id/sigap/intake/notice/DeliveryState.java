package id.sigap.intake.notice;

/** How far a mail has come. */
enum DeliveryState {
    /** To be sent, or to be tried again. */
    PENDING,
    /** The mail server took it. */
    SENT,
    /** Given up after the last try, or refused for good: somebody must look. */
    FAILED,
    /** The address was erased before it could be sent. */
    CANCELLED
}
