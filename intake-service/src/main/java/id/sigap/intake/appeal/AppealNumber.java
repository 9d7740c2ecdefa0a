package id.sigap.intake.appeal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** What people call an appeal: {@code BND-2026-000123}. The year is Jakarta's; the count runs on through the years. */
final class AppealNumber {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private AppealNumber() {}

    static String of(long count, Instant now) {
        return String.format(Locale.ROOT, "BND-%d-%06d", now.atZone(JAKARTA).getYear(), count);
    }
}
