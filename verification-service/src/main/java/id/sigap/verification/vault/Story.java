package id.sigap.verification.vault;

import java.util.List;
import java.util.Optional;

/**
 * What the reporter told, as far as the vault can be heard.
 *
 * @param told empty unless the vault gave it
 * @param beingChecked how many pieces of evidence came and can't be looked at yet
 */
public record Story(Hearing hearing, Optional<ToldReport> told, List<ChatMessage> messages, long beingChecked) {

    /** How the vault answered. */
    public enum Hearing {
        TOLD,
        /** Its personal data was erased: there is nothing to tell any more. */
        ERASED,
        /** The vault doesn't answer now, or doesn't know the report yet. */
        SILENT
    }

    static Story told(ToldReport report, List<ChatMessage> messages, long beingChecked) {
        return new Story(Hearing.TOLD, Optional.of(report), List.copyOf(messages), beingChecked);
    }

    static Story untold(Hearing why) {
        return new Story(why, Optional.empty(), List.of(), 0);
    }
}
