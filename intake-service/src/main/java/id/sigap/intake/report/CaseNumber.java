package id.sigap.intake.report;

import java.time.Instant;
import java.time.ZoneId;

/** What people call a case: {@code LPR-2026-000123}. The year is Jakarta's; the count runs on through the years. */
final class CaseNumber {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private CaseNumber() {}

    static String of(long count, Instant now) {
        return "LPR-%d-%06d".formatted(now.atZone(JAKARTA).getYear(), count);
    }
}
