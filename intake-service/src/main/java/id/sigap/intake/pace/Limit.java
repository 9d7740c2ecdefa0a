package id.sigap.intake.pace;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So often within a window, which begins with the first time; written {@code 10/PT1H}. */
public record Limit(int times, Duration window) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})/(P.+)");

    public Limit {
        if (times < 1 || window.toSeconds() < 1) {
            throw new IllegalArgumentException("a limit is at least once a second, such as 10/PT1H");
        }
    }

    /** For the configuration, which looks for this name. */
    public static Limit of(String text) {
        Matcher read = FORM.matcher(text.strip());
        if (!read.matches()) {
            throw new IllegalArgumentException("a limit is written 10/PT1H: so often within that time");
        }
        return new Limit(Integer.parseInt(read.group(1)), Duration.parse(read.group(2)));
    }
}
