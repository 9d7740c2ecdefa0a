package id.sigap.intake.page.robot;

/** What people do in the middle of a form. */
enum Disturbance {
    NONE,
    /** Enter, or a phone's "Go", in a field instead of the button. */
    ENTER,
    BACK_AND_FORWARD,
    RELOAD,
    OTHER_LANGUAGE,
    /** The browser forgets its cookies. */
    SESSION_LOST
}
