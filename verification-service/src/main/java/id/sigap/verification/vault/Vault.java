package id.sigap.verification.vault;

import id.sigap.service.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The vault, asked in the officer's name: it decides what they may see and logs that they looked. */
@ApplicationScoped
public class Vault {

    /** So many messages are shown at once; older ones on demand. */
    private static final int MESSAGES = 50;

    private final VaultDoor door;

    Vault(VaultDoor door) {
        this.door = door;
    }

    /**
     * What the reporter told; a vault that can't be heard is an answer too.
     *
     * @param before the conversation up to this place in it
     * @param recordings the pieces whose notes are wanted
     */
    public Story story(UUID report, long before, List<UUID> recordings) {
        try {
            return door.ask((api, bearer) -> {
                ToldReport told = api.report(bearer, report);
                List<ChatMessage> messages = api.messages(bearer, report, before, MESSAGES);
                long beingChecked = api.evidence(bearer, report).stream()
                        .filter(VaultApi.ReceivedEvidence::isBeingChecked)
                        .count();
                Map<UUID, List<Note>> notes = new HashMap<>();
                recordings.forEach(recording -> notes.put(recording, api.notes(bearer, report, recording)));
                return Story.told(told, messages, beingChecked, notes, api.derivatives(bearer, report));
            });
        } catch (WebApplicationException failure) {
            return Story.untold(isGone(failure) ? Story.Hearing.ERASED : silent(failure));
        } catch (ProcessingException failure) {
            return Story.untold(silent(failure));
        }
    }

    /** What was said before that place in the conversation, as many as are shown at once. @throws Refusal if the vault doesn't tell */
    public List<ChatMessage> messages(UUID report, long before) {
        return door.ask(
                unreadable(), "conversation-over", (api, bearer) -> api.messages(bearer, report, before, MESSAGES));
    }

    /**
     * Writes to the reporter.
     *
     * @param key the same again is the same message
     * @throws Refusal saying why it was not sent
     */
    public void write(UUID report, String key, String text) {
        door.ask(unreadable(), "conversation-over", (api, bearer) -> {
            VaultDoor.send(key, text, name -> api.write(bearer, name, report, new VaultApi.NewMessage(text)));
            return key;
        });
    }

    private static Refusal unreadable() {
        return Refusal.field("text", "message-unreadable");
    }

    private static boolean isGone(WebApplicationException failure) {
        return failure.getResponse().getStatus() == Status.GONE.getStatusCode();
    }

    private static Story.Hearing silent(RuntimeException failure) {
        VaultDoor.silent(failure);
        return Story.Hearing.SILENT;
    }
}
