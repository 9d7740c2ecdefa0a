package id.sigap.service;

/** Who people and machines are to the system; the token's {@code roles} claim. A supervisor's token carries {@link #OFFICER} too. */
public final class Roles {

    /** Help desk: claims cases, talks to reporters, decides. */
    public static final String OFFICER = "officer";
    /** Second approver; re-assigns. */
    public static final String SUPERVISOR = "supervisor";
    /** Staff or a machine of one telecom operator, named by the claim {@code operator}. */
    public static final String OPERATOR = "operator";
    /** Decides appeals, reads everything. */
    public static final String REGULATOR = "regulator";
    /** Dashboards; sees no personal data. */
    public static final String OPS = "ops";

    private Roles() {}
}
