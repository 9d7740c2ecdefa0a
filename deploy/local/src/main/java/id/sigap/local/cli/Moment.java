package id.sigap.local.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A time as a person writes it: {@code 30m}, {@code 2h} and {@code 1d} ago, {@code 2026-11-26T10:00} here, or with its zone. */
final class Moment implements ITypeConverter<Instant> {

    private static final Pattern AGO = Pattern.compile("([0-9]{1,6})([mhd])");

    @Override
    public Instant convert(String text) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return Instant.now()
                    .truncatedTo(ChronoUnit.SECONDS)
                    .minus(
                            switch (ago.group(2)) {
                                case "m" -> Duration.ofMinutes(count);
                                case "h" -> Duration.ofHours(count);
                                default -> Duration.ofDays(count);
                            });
        }
        try {
            return text.matches(".*T.*(Z|[+-][0-9]{2}:[0-9]{2})")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException _) {
            throw new TypeConversionException(
                    "'%s' is no time; write 30m, 2h or 1d (ago), 2026-11-26T10:00 (here) or 2026-11-26T10:00:00Z"
                            .formatted(text));
        }
    }
}
