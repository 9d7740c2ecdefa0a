package id.sigap.intake.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import id.sigap.events.report.Author;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.intake.report.ReportState;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the service says over a socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(Frame.Welcome.class),
    @JsonSubTypes.Type(Frame.Said.class),
    @JsonSubTypes.Type(Frame.Ack.class),
    @JsonSubTypes.Type(Frame.Typing.class),
    @JsonSubTypes.Type(Frame.Seen.class),
    @JsonSubTypes.Type(Frame.Presence.class),
    @JsonSubTypes.Type(Frame.Fault.class)
})
sealed interface Frame {

    /** The socket is in. @param lastSeq of the last message there is; those after the client's {@code after} follow */
    @JsonTypeName("welcome")
    record Welcome(UUID report, String caseNumber, ReportState status, long lastSeq) implements Frame {}

    /** A message, one's own included. */
    @JsonTypeName("message")
    record Said(
            long seq,
            UUID id,
            Author author,
            Optional<String> officer,
            String text,
            Instant at,
            Optional<String> clientId)
            implements Frame {

        static Said of(MessageView message) {
            return new Said(
                    message.seq(),
                    message.id(),
                    message.author(),
                    message.officer(),
                    message.text(),
                    message.at(),
                    message.clientId());
        }
    }

    /** The message is stored. */
    @JsonTypeName("ack")
    record Ack(Optional<String> clientId, UUID id, long seq, Instant at) implements Frame {}

    @JsonTypeName("typing")
    record Typing(Author author) implements Frame {}

    /** The other side has been shown everything up to that place. Told as it happens, and to who comes in. */
    @JsonTypeName("seen")
    record Seen(Author author, long seq) implements Frame {}

    /** The other side is there, or has left, at this replica. */
    @JsonTypeName("presence")
    record Presence(Author author, boolean online) implements Frame {}

    /** @param code machine-readable: {@code bad-frame}, {@code too-fast}, or a problem's code */
    @JsonTypeName("error")
    record Fault(String code, Optional<String> clientId) implements Frame {}
}
