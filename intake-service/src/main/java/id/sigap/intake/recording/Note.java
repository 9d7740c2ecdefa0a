package id.sigap.intake.recording;

import id.sigap.intake.evidence.EvidenceContent.Viewable;
import id.sigap.intake.vault.CaseKey;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What an officer noted at a moment of a recording, sealed; never changed. */
@Entity
@Table(name = "recording_note")
class Note {

    @Id
    private UUID id;

    private UUID evidence;
    private String author;
    private String clientId;
    private int atMillis;
    private byte[] text;
    private Instant at;

    Note() {}

    /** @param clientId the client's own name for it: sent again, it is the same note */
    Note(UUID id, Viewable recording, String author, String clientId, Noted noted, Instant now) {
        this.id = id;
        this.evidence = recording.id();
        this.author = author;
        this.clientId = clientId;
        this.atMillis = noted.atMillis();
        this.text = recording.key().seal(place(id), noted.text());
        this.at = now;
    }

    /** What is to be noted. @param atMillis from the recording's beginning */
    record Noted(int atMillis, String text) {}

    NoteView view(CaseKey key) {
        return new NoteView(id, atMillis, key.open(place(id), text), author, at);
    }

    /** Whether it is what a client sends again, and not something else under the same name. */
    boolean is(Noted noted, CaseKey key) {
        return atMillis == noted.atMillis() && key.open(place(id), text).equals(noted.text());
    }

    boolean isBy(String account) {
        return author.equals(account);
    }

    private static String place(UUID id) {
        return "note/" + id;
    }

    /**
     * A note as staff see it.
     *
     * @param atMillis from the recording's beginning
     * @param author the account id of the officer who wrote it
     */
    public record NoteView(UUID note, int atMillis, String text, String author, Instant at) {}
}
