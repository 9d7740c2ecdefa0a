package id.sigap.intake.chat;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits of the chat. */
@ConfigMapping(prefix = "sigap.intake.chat")
public interface ChatConfig {

    /** Of one message, in characters. */
    @WithDefault("2000")
    int longestMessage();

    /** Frames one socket may send within the window. */
    @WithDefault("30")
    int frames();

    @WithDefault("PT10S")
    Duration window();

    /** How often it is looked whether everybody in a room may still be there: so long may one go on reading who has left elsewhere. */
    @WithDefault("PT1S")
    Duration lookEvery();

    /** How often the identity provider is asked about officers who stay, where it is asked about roles at all ({@code sigap.security.introspection}). */
    @WithDefault("PT1M")
    Duration askEvery();

    /** A socket that has not said who it is by then is closed. */
    @WithDefault("PT10S")
    Duration helloTimeout();
}
