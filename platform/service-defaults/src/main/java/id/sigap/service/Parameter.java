package id.sigap.service;

import id.sigap.events.CanonicalUuid;
import id.sigap.events.OperatorCode;
import id.sigap.text.TypedText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Query parameters as typed: absent if blank, refused with their name if unreadable. */
public final class Parameter {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Parameter() {}

    /** @throws Refusal 400 if it is not a UUID */
    public static Optional<UUID> uuid(String name, String typed) {
        return read(name, typed, "UUID", CanonicalUuid::parse);
    }

    /** @throws Refusal 400 if it is not an operator's code */
    public static Optional<OperatorCode> operator(String typed) {
        return read("operator", typed, "TELKOMSEL, INDOSAT …", OperatorCode::new);
    }

    /** @throws Refusal 400 if it is not a number a page can have */
    public static int limit(String typed) {
        return Page.limit(
                read("limit", typed, "1 … " + Page.LARGEST, Integer::valueOf).orElse(null));
    }

    /** @throws Refusal 400 if it is not a time */
    public static Optional<Instant> time(String name, String typed) {
        return read(name, typed, "2026-03-02T03:40:01Z", Parameter::storable);
    }

    /** A time the database has a place for: {@link Instant} reaches a thousand times farther. */
    static Instant storable(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new DateTimeException("out of range");
        }
        return time;
    }

    /**
     * One of an enumeration's names, in either case.
     *
     * @throws Refusal 400 naming those there are
     */
    public static <E extends Enum<E>> Optional<E> oneOf(Class<E> names, String name, String typed) {
        String all = String.join(
                ", ",
                Arrays.stream(names.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        return read(name, typed, "wrong-value", all, text -> Enum.valueOf(names, text.toUpperCase(Locale.ROOT)));
    }

    private static <T> Optional<T> read(String name, String typed, String form, Function<String, T> reader) {
        return read(name, typed, "wrong-type", form, reader);
    }

    private static <T> Optional<T> read(
            String name, String typed, String code, String form, Function<String, T> reader) {
        if (TypedText.isBlank(typed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(TypedText.plain(typed)));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw Refusal.field(name, code, form);
        }
    }
}
