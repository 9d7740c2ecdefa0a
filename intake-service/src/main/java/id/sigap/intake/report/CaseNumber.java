package id.sigap.intake.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** What people call a case: {@code LPR-2026-000123}. The year is Jakarta's; the count runs on through the years. */
final class CaseNumber {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private CaseNumber() {}

    static String of(long count, Instant now) {
        return String.format(Locale.ROOT, "LPR-%d-%06d", now.atZone(JAKARTA).getYear(), count);
    }
}
