package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One chat message in the vault. */
public record MessageId(@JsonValue UUID value) {

    public MessageId {
        Objects.requireNonNull(value, "messageId");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static MessageId of(String text) {
        return new MessageId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
