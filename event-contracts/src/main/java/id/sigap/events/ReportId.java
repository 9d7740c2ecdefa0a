package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** One citizen report, and the case made of it. The key of everything on {@code sigap.reports} and {@code sigap.verifications} about it. */
public record ReportId(@JsonValue UUID value) {

    public ReportId {
        Objects.requireNonNull(value, "reportId");
    }

    /** @throws IllegalArgumentException if {@code text} is not a UUID */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ReportId of(String text) {
        return new ReportId(CanonicalUuid.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
