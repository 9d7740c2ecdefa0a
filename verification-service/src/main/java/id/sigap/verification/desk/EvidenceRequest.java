package id.sigap.verification.desk;

import id.sigap.events.verification.EvidenceKind;
import id.sigap.service.Refusal;
import id.sigap.text.TypedText;
import id.sigap.verification.casework.Casework;
import id.sigap.verification.vault.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Asks for evidence twice over: as a move of the case, and in words in the chat. The move comes first; words can be sent again. */
@ApplicationScoped
class EvidenceRequest {

    private static final int LONGEST_MESSAGE = 2000;

    private final Casework casework;
    private final Vault vault;

    EvidenceRequest(Casework casework, Vault vault) {
        this.casework = casework;
        this.vault = vault;
    }

    /** The words that did not reach the chat; the move is made. */
    static final class MessageUnsent extends Refusal {

        private final Filled chat;

        MessageUnsent(Refusal why, String key, String text) {
            super(why.status(), isForNow(why) ? "request-message-unsent" : "request-message-refused");
            this.chat = new Filled(Map.of("key", List.of(key), "text", List.of(text)));
        }

        /** The same words may go in a moment. */
        private static boolean isForNow(Refusal why) {
            return why.status() >= Status.INTERNAL_SERVER_ERROR.getStatusCode()
                    || why.retryAfter().isPresent();
        }

        /** What belongs into the chat's own form now, with the key of the first attempt. */
        Filled chat() {
            return chat;
        }
    }

    /** @throws Refusal if nothing was done @throws MessageUnsent if the request was made and the message did not go */
    void make(UUID report, Filled filled) {
        Set<EvidenceKind> kinds = filled.chosenAmong("kinds", EvidenceKind.class);
        Optional<String> message = message(report, filled);
        casework.requestEvidence(report, filled.orNull("seen"), kinds);
        message.ifPresent(text -> tell(report, filled.key("messageKey"), text));
    }

    private void tell(UUID report, String key, String text) {
        try {
            vault.write(report, key, text);
        } catch (Refusal refusal) {
            throw new MessageUnsent(refusal, key, text);
        }
    }

    /** As the officer wrote it, or else the words of the template in the reporter's language; empty if they want none. */
    private Optional<String> message(UUID report, Filled filled) {
        String written = filled.of("message");
        // what the vault would refuse however often it is sent is refused before the move
        if (!TypedText.isLines(written) || TypedText.length(TypedText.withOneLineEnd(written)) > LONGEST_MESSAGE) {
            throw Refusal.field("message", "message-unreadable");
        }
        return written.isEmpty()
                ? filled.chosenIfAny("template", EvidenceTemplate.class)
                        .map(template -> EvidenceTemplates.text(
                                template, casework.show(report).language()))
                : Optional.of(written);
    }
}
