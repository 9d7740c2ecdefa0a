package id.sigap.faults.agent;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One guard of the services taken away. A checker that doesn't notice proves nothing when it finds nothing. */
public enum Sabotage {

    /** Every event is handled whenever it comes, a first or a fifth time, in whatever order; nothing is remembered. */
    INBOX_OFF("an event is handled as often as it comes, in whatever order"),

    /** A batch counts as read when it has come; it is handled {@value #LATER_MILLIS} ms later. Who dies in between has lost it. */
    OFFSET_EARLY("the offset is committed before the batch is handled"),

    /** The relay deletes its pointers when it reads them. What it has not sent when it dies is never sent. */
    POINTER_EARLY("pointers are deleted before Kafka has acknowledged"),

    /** A window counts as missed as soon as it has passed, whether or not all answers of that time have been seen. */
    BREACH_WITHOUT_GUARD("a breach is declared by the clock alone"),

    /** An operator's answer is taken for requests that other operators were asked. */
    NO_OPERATOR_CHECK("an operator may answer what another was asked");

    /** How late a batch is handled whose offset is committed early. */
    public static final int LATER_MILLIS = 2000;

    private final String wrong;

    Sabotage(String wrong) {
        this.wrong = wrong;
    }

    /** @throws IllegalArgumentException if there is none of that name */
    public static Sabotage named(String id) {
        return Arrays.stream(values())
                .filter(sabotage -> sabotage.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sabotage is called " + id + "; there are "
                        + Arrays.stream(values()).map(Sabotage::id).collect(Collectors.joining(", "))));
    }

    /** As on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the service does wrong. */
    public String wrong() {
        return wrong;
    }

    @Override
    public String toString() {
        return id();
    }
}
