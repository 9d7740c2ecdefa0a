package id.sigap.intake.chat;

import id.sigap.events.MessageId;
import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.events.report.MessagePosted;
import id.sigap.intake.vault.CaseKey;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** One message, sealed; never changed. */
@Entity
@Table(name = "message")
public class Message {

    @Id
    private UUID id;

    private UUID report;
    private long sequence;

    @Enumerated(EnumType.STRING)
    private Author author;

    private String officer;
    private String clientId;
    private byte[] text;
    private Instant at;

    Message() {}

    Message(MessageId id, ReportId report, long sequence, Draft draft, CaseKey key, Instant now) {
        this.id = id.value();
        this.report = report.value();
        this.sequence = sequence;
        this.author = draft.writer().author();
        this.officer = draft.writer().officer().orElse(null);
        this.clientId = draft.clientId().orElse(null);
        this.text = key.seal(place(sequence), draft.text());
        this.at = now;
    }

    MessagePosted posted() {
        return new MessagePosted(new ReportId(report), new MessageId(id), sequence, author, at);
    }

    MessageView view(CaseKey key) {
        return new MessageView(
                sequence,
                id,
                author,
                Optional.ofNullable(officer),
                key.open(place(sequence), text),
                at,
                Optional.ofNullable(clientId));
    }

    /** Whether it is what a client sends again, and not something else under the same name. */
    boolean is(Draft draft, CaseKey key) {
        return Objects.equals(officer, draft.writer().officer().orElse(null))
                && key.open(place(sequence), text).equals(draft.text());
    }

    private static String place(long sequence) {
        return "message/" + sequence;
    }

    /**
     * A message to be stored.
     *
     * @param clientId the client's own name for it: sent again, it is the same message
     */
    record Draft(Writer writer, String text, Optional<String> clientId) {}

    /**
     * A message as both sides see it.
     *
     * @param seq its place in the conversation, from 1
     * @param officer the account id of the officer who wrote it
     */
    public record MessageView(
            long seq,
            UUID id,
            Author author,
            Optional<String> officer,
            String text,
            Instant at,
            Optional<String> clientId) {}
}
