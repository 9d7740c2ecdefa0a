package id.sigap.intake.pace;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often within which time. A case is a report or an appeal; what counts by network or number is waived by a proof of work. */
@ConfigMapping(prefix = "sigap.intake.limits")
public interface LimitsConfig {

    /** Cases from one network that come without a proof of work. */
    @WithDefault("10/PT1H")
    Limit casesFromNetwork();

    /** Cases of one phone number as the reporter's own. */
    @WithDefault("20/P1D")
    Limit casesOfReporter();

    /** Cases that are told to one mailbox: nobody can make Sigap write to a stranger more often. */
    @WithDefault("10/P1D")
    Limit casesOfMailbox();

    /** Cases about one number that come without a proof of work. */
    @WithDefault("100/PT1H")
    Limit casesAboutNumber();

    /** What a reporter may write in one conversation. */
    @WithDefault("60/PT10M")
    Limit messagesOfCase();

    /** How many numbers one network may ask about. */
    @WithDefault("60/PT10M")
    Limit numberChecks();

    /** How often one network may ask how a number is read while it is typed. */
    @WithDefault("300/PT10M")
    Limit numbersRead();

    /**
     * What browsers of one network typed and is kept for them: a carrier's has thousands behind one address. Each is at most 64 kB, for two
     * hours; above it pages answer as themselves.
     */
    @WithDefault("10000/PT1H")
    Limit formsFromNetwork();

    /** The same of one browser. */
    @WithDefault("300/PT1H")
    Limit formsOfBrowser();

    /** Wrong receipt codes from one network, after which every code from there needs a proof of work. */
    @WithDefault("10/PT5M")
    Limit wrongReceipts();

    /** Multiplies every limit: for a machine that plays everybody, as tests, benches and the demo do. */
    @WithDefault("1")
    int multipliedBy();
}
