package id.sigap.directory;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The time zone in which the regulator counts days and years: WIB, the capital's. */
public final class Jakarta {

    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final DateTimeFormatter WALL_CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'WIB'").withZone(ZONE);

    private Jakarta() {}

    /** The calendar day in Jakarta at that moment. */
    public static LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, ZONE);
    }

    /** The moment as a clock in Jakarta shows it, such as {@code 2026-08-17 10:00:00 WIB}. */
    public static String wallClock(Instant moment) {
        return WALL_CLOCK.format(moment);
    }
}
