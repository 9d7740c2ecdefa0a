package id.sigap.intake.pace;

import java.util.function.Function;

/** What is counted, and of whom. The names stand in the database. */
public enum Counted {
    CASES_FROM_NETWORK(LimitsConfig::casesFromNetwork, "too-many-requests", true),
    CASES_OF_REPORTER(LimitsConfig::casesOfReporter, "too-many-of-one-person", false),
    CASES_OF_MAILBOX(LimitsConfig::casesOfMailbox, "too-many-of-one-person", false),
    CASES_ABOUT_NUMBER(LimitsConfig::casesAboutNumber, "too-many-about-one-number", true),
    MESSAGES_OF_CASE(LimitsConfig::messagesOfCase, "too-fast", false),
    NUMBER_CHECKS(LimitsConfig::numberChecks, "too-many-requests", true),
    NUMBERS_READ(LimitsConfig::numbersRead, "too-many-requests", true),
    FORMS_FROM_NETWORK(LimitsConfig::formsFromNetwork, "too-many-requests", false),
    FORMS_OF_BROWSER(LimitsConfig::formsOfBrowser, "too-many-requests", false),
    WRONG_RECEIPTS(LimitsConfig::wrongReceipts, "too-many-requests", true);

    private final Function<LimitsConfig, Limit> limit;
    private final String refusal;
    private final boolean waivedByProof;

    Counted(Function<LimitsConfig, Limit> limit, String refusal, boolean waivedByProof) {
        this.limit = limit;
        this.refusal = refusal;
        this.waivedByProof = waivedByProof;
    }

    Limit limit(LimitsConfig config) {
        return limit.apply(config);
    }

    /** The code of the refusal. */
    String refusal() {
        return refusal;
    }

    /** Whether who is locked out by others' doing may show work instead. */
    boolean isWaivedByProof() {
        return waivedByProof;
    }

    /** Once, of this person, network or number. */
    public Use of(String whom) {
        return new Use(this, whom);
    }

    /** @param whom is kept as a keyed hash alone */
    public record Use(Counted what, String whom) {}
}
