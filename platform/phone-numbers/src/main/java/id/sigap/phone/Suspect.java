package id.sigap.phone;

import id.sigap.events.Msisdn;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.phone.UnreadableNumber.Fault;
import java.util.Objects;
import java.util.Optional;

/**
 * Whom a report is about: the number that called or wrote, or the name a text message bore in its place.
 *
 * @param kind what it is; only {@link Kind#DOMESTIC_MOBILE} can be blocked
 * @param value as {@link SuspectNumber} or {@link SenderName} have it
 */
public record Suspect(Kind kind, String value) {

    /** Sorts of suspects, told apart because only one of them can be blocked. */
    public enum Kind {
        DOMESTIC_MOBILE,
        DOMESTIC_LANDLINE,
        SHORT_CODE,
        FOREIGN,
        SENDER_NAME
    }

    public Suspect {
        Objects.requireNonNull(kind, "kind");
        if (kind == Kind.SENDER_NAME) {
            new SenderName(value);
        } else {
            new SuspectNumber(numberKind(kind), value);
        }
    }

    public static Suspect of(SuspectNumber number) {
        return new Suspect(Kind.valueOf(number.kind().name()), number.value());
    }

    public static Suspect of(SenderName name) {
        return new Suspect(Kind.SENDER_NAME, name.value());
    }

    /** Whom that report is about: a number, where it has both. */
    public static Optional<Suspect> of(ReportSubmitted submitted) {
        return submitted.suspect().map(Suspect::of).or(() -> submitted
                .senderName()
                .map(Suspect::of));
    }

    /**
     * A number in any form {@link PhoneNumbers} reads, or else a name.
     *
     * @throws UnreadableNumber if it is neither
     */
    public static Suspect read(String asTyped) {
        try {
            return of(PhoneNumbers.read(asTyped));
        } catch (UnreadableNumber unreadable) {
            if (SenderNames.isMeantAsNumber(asTyped)) {
                throw unreadable;
            }
            return SenderNames.read(asTyped)
                    .map(Suspect::of)
                    .orElseThrow(() -> unreadable.fault() == Fault.NO_NUMBER
                            ? new UnreadableNumber(Fault.NO_SUSPECT)
                            : unreadable);
        }
    }

    /** Whether it is read as a name. */
    public static boolean isSenderName(String asTyped) {
        try {
            return read(asTyped).kind() == Kind.SENDER_NAME;
        } catch (UnreadableNumber _) {
            return false;
        }
    }

    /** As people read it. */
    public String shown() {
        return number().map(PhoneNumbers::shown).orElse(value);
    }

    /** Empty for a name. */
    public Optional<SuspectNumber> number() {
        return kind == Kind.SENDER_NAME ? Optional.empty() : Optional.of(new SuspectNumber(numberKind(kind), value));
    }

    /** Empty for a number. */
    public Optional<SenderName> senderName() {
        return kind == Kind.SENDER_NAME ? Optional.of(new SenderName(value)) : Optional.empty();
    }

    /** The number as one that an operator can block; empty for all else. */
    public Optional<Msisdn> blockable() {
        return number().flatMap(SuspectNumber::blockable);
    }

    private static SuspectNumber.Kind numberKind(Kind kind) {
        return SuspectNumber.Kind.valueOf(kind.name());
    }
}
