package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One ticket: one number asked to be blocked. */
public record TicketId(@JsonValue UUID value) {

    public TicketId {
        Objects.requireNonNull(value, "ticketId");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static TicketId of(String text) {
        return new TicketId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
