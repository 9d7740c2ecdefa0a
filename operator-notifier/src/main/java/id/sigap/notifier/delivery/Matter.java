package id.sigap.notifier.delivery;

/** What is brought. */
enum Matter {
    /** Somebody is asked. */
    REQUEST,
    /** What was asked is no longer wanted. */
    WITHDRAWAL
}
