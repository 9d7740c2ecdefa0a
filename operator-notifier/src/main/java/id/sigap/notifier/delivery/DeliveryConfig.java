package id.sigap.notifier.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How requests are brought to operators. */
@ConfigMapping(prefix = "sigap.delivery")
public interface DeliveryConfig {

    /** How long a worker that nobody woke waits before it looks by itself: when a retry is due at the latest after it. */
    @WithDefault("1S")
    Duration pollInterval();

    /** How long a claimed delivery is left to its worker; after a crash another takes it up. Longer than any channel's time-out. */
    @WithDefault("60S")
    Duration lease();

    /** The pause after the first failed attempt; it doubles with each. */
    @WithDefault("2S")
    Duration firstPause();

    /** The longest pause between attempts. */
    @WithDefault("5M")
    Duration longestPause();

    /** A delivery is given up after so many attempts … */
    @WithDefault("500")
    int maxAttempts();

    /** … or after this time, whichever comes first. */
    @WithDefault("24H")
    Duration maxAge();

    /** Where operators reach this service's API: the beginning of the link in a mail. */
    @WithDefault("http://localhost:${quarkus.http.port}")
    String publicUrl();

    Kafka kafka();

    Email email();

    /** By operators' topics. */
    interface Kafka {

        /** How many records to one operator may be under way. */
        @WithDefault("200")
        int atOnce();
    }

    /** By mail. */
    interface Email {

        /** How many mails to one operator may be under way. */
        @WithDefault("4")
        int atOnce();

        /** How long the mail server may take before the attempt counts as failed. */
        @WithDefault("10S")
        Duration timeout();

        /** What stands behind the {@code @} of a Message-ID. */
        @WithDefault("operator-notifier.sigap")
        String messageIdDomain();
    }
}
