package id.sigap.events;

import java.util.Objects;
import java.util.Optional;

/**
 * The number a report is about, as far as its form tells.
 *
 * @param kind what sort of number it is; only {@link Kind#DOMESTIC_MOBILE} can be blocked
 * @param value E.164 with its plus sign; for a short code its bare digits
 */
public record SuspectNumber(Kind kind, String value) {

    /** Sorts of number, told apart because only one of them can be blocked. */
    public enum Kind {
        DOMESTIC_MOBILE,
        DOMESTIC_LANDLINE,
        SHORT_CODE,
        FOREIGN
    }

    public SuspectNumber {
        Objects.requireNonNull(kind, "kind");
        if (value == null || !value.matches("\\+[0-9]{7,15}|[0-9]{2,8}")) {
            throw new IllegalArgumentException("not a telephone number in E.164 form or a short code");
        }
        if (kind == Kind.DOMESTIC_MOBILE) {
            new Msisdn(value);
        }
    }

    /** The number as one that an operator can block; empty for every other kind. */
    public Optional<Msisdn> blockable() {
        return kind == Kind.DOMESTIC_MOBILE ? Optional.of(new Msisdn(value)) : Optional.empty();
    }
}
