package id.sigap.verification.vault;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the reporter told, as far as the vault can be heard.
 *
 * @param told empty unless the vault gave it
 * @param beingChecked how many pieces of evidence came and can't be looked at yet
 * @param notes what officers noted of each recording
 * @param derivatives what can be shown of each piece of which something is made
 */
public record Story(
        Hearing hearing,
        Optional<ToldReport> told,
        List<ChatMessage> messages,
        long beingChecked,
        Map<UUID, List<Note>> notes,
        Map<UUID, Derivative> derivatives) {

    /** How the vault answered. */
    public enum Hearing {
        TOLD,
        /** Its personal data was erased: there is nothing to tell any more. */
        ERASED,
        /** The vault doesn't answer now, or doesn't know the report yet. */
        SILENT
    }

    static Story told(
            ToldReport report,
            List<ChatMessage> messages,
            long beingChecked,
            Map<UUID, List<Note>> notes,
            List<Derivative> derivatives) {
        return new Story(
                Hearing.TOLD,
                Optional.of(report),
                List.copyOf(messages),
                beingChecked,
                Map.copyOf(notes),
                Derivative.byEvidence(derivatives));
    }

    static Story untold(Hearing why) {
        return new Story(why, Optional.empty(), List.of(), 0, Map.of(), Map.of());
    }

    public List<Note> notesOf(UUID recording) {
        return notes.getOrDefault(recording, List.of());
    }

    /** What can be shown of a piece; empty if nothing is made of it, or the vault was not heard. */
    public Optional<Derivative> derivativeOf(UUID piece) {
        return Optional.ofNullable(derivatives.get(piece));
    }

    /** Before which place in the conversation there is more than is shown; empty if nothing is. */
    public Optional<Long> olderBefore() {
        return messages.stream().findFirst().map(ChatMessage::seq).filter(first -> first > 1);
    }
}
