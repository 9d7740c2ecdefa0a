package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One request to one operator, to block or to unblock; the same on every channel it is delivered by. */
public record RequestId(@JsonValue UUID value) {

    public RequestId {
        Objects.requireNonNull(value, "requestId");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RequestId of(String text) {
        return new RequestId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
