package id.sigap.intake.report;

import id.sigap.service.Language;
import id.sigap.service.Refusal.FieldError;
import id.sigap.text.TypedText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When it happened, as it was typed.
 *
 * @param day as browsers send it, or as people type it where a browser has no field for dates
 * @param time of that day, if they remember it
 * @param zone that was chosen
 */
record TypedMoment(String day, String time, String zone) {

    static final String DEFAULT_ZONE = "Asia/Jakarta";

    private static final DateTimeFormatter DAY = strict("[uuuu-M-d][d/M/uuuu][d-M-uuuu][d.M.uuuu]");
    private static final DateTimeFormatter TIME = strict("[H:mm[:ss]][H.mm]");

    private static final Map<String, String> ZONES =
            Map.of("WIB", DEFAULT_ZONE, "WITA", "Asia/Makassar", "WIT", "Asia/Jayapura");
    private static final Pattern ZONE_BEHIND = Pattern.compile("(.*?) ?(WIB|WITA|WIT)", Pattern.CASE_INSENSITIVE);

    /** The day that is typed, or none: 31 November is no other day. */
    private static DateTimeFormatter strict(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }

    /** Without a time the beginning of that day. Empty if it is missing or unreadable. */
    Optional<Instant> moment() {
        return readDay().flatMap(date -> readTime()
                .map(hour -> date.atTime(hour).atZone(place()).toInstant()));
    }

    /** How long after {@link #moment} it may have been: the rest of the day, where only the day was typed. */
    Duration unsure() {
        return TypedText.isBlank(time) ? Duration.ofDays(1) : Duration.ZERO; // no zone of Indonesia has summer time
    }

    /** What was typed and is no date or no time, or names another zone than the one that was chosen. */
    List<FieldError> faults() {
        var faults = new ArrayList<FieldError>();
        if (!TypedText.isBlank(day) && readDay().isEmpty()) {
            faults.add(new FieldError("occurredAt", "date-not-readable"));
        }
        if (readTime().isEmpty()) {
            faults.add(new FieldError("occurredTime", "time-not-readable"));
        } else if (zoneBehind().filter(typed -> !place().equals(typed)).isPresent()) {
            faults.add(new FieldError("occurredTime", "time-in-another-zone"));
        }
        return faults;
    }

    /** The day, and the time if they said one, as people of that language write it. */
    String when(Language language) {
        String pattern = TypedText.isBlank(time) ? "d MMMM uuuu" : "d MMMM uuuu HH.mm";
        return moment().map(moment ->
                        DateTimeFormatter.ofPattern(pattern, language.locale()).format(moment.atZone(place())))
                .orElse("–");
    }

    private Optional<LocalDate> readDay() {
        try {
            return TypedText.isBlank(day) ? Optional.empty() : Optional.of(LocalDate.parse(TypedText.plain(day), DAY));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** Empty only if it can't be read. */
    private Optional<LocalTime> readTime() {
        if (TypedText.isBlank(time)) {
            return Optional.of(LocalTime.MIN);
        }
        String typed = TypedText.plain(time);
        Matcher behind = ZONE_BEHIND.matcher(typed);
        try {
            return Optional.of(LocalTime.parse(behind.matches() ? behind.group(1) : typed, TIME));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The zone that was typed with the time. */
    private Optional<ZoneId> zoneBehind() {
        return Optional.ofNullable(time)
                .map(TypedText::plain)
                .map(ZONE_BEHIND::matcher)
                .filter(Matcher::matches)
                .map(typed -> ZoneId.of(ZONES.get(typed.group(2).toUpperCase(Locale.ROOT))));
    }

    /** What is none of the choices is the first of them. */
    private ZoneId place() {
        return ZoneId.of(zone != null && ZONES.containsValue(zone) ? zone : DEFAULT_ZONE);
    }
}
