package id.sigap.intake.chat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** What a client says over a socket. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ClientFrame.Hello.class),
    @JsonSubTypes.Type(ClientFrame.Say.class),
    @JsonSubTypes.Type(ClientFrame.Typing.class),
    @JsonSubTypes.Type(ClientFrame.Seen.class)
})
sealed interface ClientFrame {

    /**
     * The first frame: a reporter's receipt, or an officer's token and the report's id, or nothing where the browser's cookie opens the case.
     *
     * @param proof of work, where too many wrong receipts came from this network
     * @param after the last sequence the client has; 0 or absent for everything
     */
    @JsonTypeName("hello")
    record Hello(String receipt, String token, String report, String proof, long after) implements ClientFrame {

        /** Stays out of logs. */
        @Override
        public String toString() {
            return "Hello[secret]";
        }
    }

    /** @param clientId the client's own name for the message */
    @JsonTypeName("message")
    record Say(String text, Optional<String> clientId) implements ClientFrame {}

    @JsonTypeName("typing")
    record Typing() implements ClientFrame {}

    /** Everything up to that place was shown to a person. */
    @JsonTypeName("seen")
    record Seen(long seq) implements ClientFrame {}
}
