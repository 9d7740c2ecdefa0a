package id.sigap.intake.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** How reporters are told. */
@ConfigMapping(prefix = "sigap.intake.notice")
public interface NoticeConfig {

    /** The page where a reporter enters the receipt code; stands in every mail. */
    @WithDefault("http://localhost:8080/")
    URI trackingPage();

    /** How often it is looked for mails that are due. */
    @WithDefault("PT1S")
    Duration poll();

    /** How long one attempt may take. Servers that look into a mail before they take it need their time: given up too early, it is sent again and comes twice. */
    @WithDefault("PT1M")
    Duration timeout();

    /** After the first failure; doubled after each further one, half of it random. */
    @WithDefault("PT5S")
    Duration firstPause();

    @WithDefault("PT30M")
    Duration longestPause();

    /** After as many attempts a mail is given up; with the pauses above that is about three days. */
    @WithDefault("150")
    int mostAttempts();

    /**
     * How many mails are claimed at once. When a service dies, those that it had claimed wait for as many time-outs, and one more, until another
     * takes them up: few.
     */
    @WithDefault("4")
    int batchSize();

    /** How many mails of what all reports of a ticket are told are queued in one transaction. */
    @WithDefault("500")
    int chunk();
}
