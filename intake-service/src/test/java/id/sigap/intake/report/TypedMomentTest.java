package id.sigap.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.sigap.service.Refusal.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class TypedMomentTest {

    private static final String WIB = "Asia/Jakarta";

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(textBlock = """
                    2026-11-27,        14:30,         Asia/Jakarta,  2026-11-27T07:30:00Z
                    27/11/2026,        14.30,         Asia/Jakarta,  2026-11-27T07:30:00Z
                    27-11-2026,        14:30:59,      Asia/Jakarta,  2026-11-27T07:30:59Z
                    27.11.2026,        14:30,         Asia/Makassar, 2026-11-27T06:30:00Z
                    7/1/2026,          9:05,          Asia/Jayapura, 2026-01-07T00:05:00Z
                    '\u00a027–11–2026',  ' 14:30\u200b', Asia/Jakarta,  2026-11-27T07:30:00Z
                    ２７／１１／２０２６,     １４：３０,       Asia/Jakarta,  2026-11-27T07:30:00Z
                    2026-11-27,        '',            Asia/Jakarta,  2026-11-26T17:00:00Z
                    2026-11-27,        14:30,         Europe/Paris,  2026-11-27T07:30:00Z
                    2026-11-27,        14.30 WIB,     Asia/Jakarta,  2026-11-27T07:30:00Z
                    2026-11-27,        14.30wita,     Asia/Makassar, 2026-11-27T06:30:00Z
                    2026-11-27,        14:30 WIT,     Asia/Jayapura, 2026-11-27T05:30:00Z
                    """)
    void moment_isReadAsPeopleTypeIt(String day, String time, String zone, Instant moment) {
        // When
        var typed = new TypedMoment(day, time, zone);
        // Then
        assertThat(typed.faults()).isEmpty();
        assertThat(typed.moment()).hasValue(moment);
    }

    @Test
    void dayThatIsInNoCalendar_isNoOtherDay() {
        var forms = List.of("uuuu-MM-dd", "d/M/uuuu", "d-M-uuuu");
        for (YearMonth month = YearMonth.of(2024, 1); month.getYear() < 2027; month = month.plusMonths(1)) {
            LocalDate last = month.atEndOfMonth();
            for (String form : forms) {
                String typed = DateTimeFormatter.ofPattern(form).format(last);
                assertThat(new TypedMoment(typed, "", WIB).moment()).as(typed).isPresent();
                IntStream.rangeClosed(last.getDayOfMonth() + 1, 32)
                        .mapToObj(day -> typed.replaceFirst("\\b" + last.getDayOfMonth() + "\\b", String.valueOf(day)))
                        .forEach(TypedMomentTest::isNoDay);
            }
        }
    }

    private static void isNoDay(String typed) {
        var moment = new TypedMoment(typed, "", WIB);
        assertThat(moment.moment()).as(typed).isEmpty();
        assertThat(moment.faults()).extracting(FieldError::code).containsExactly("date-not-readable");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(textBlock = """
                    27/11/26,    '',         occurredAt,   date-not-readable
                    2026-13-01,  '',         occurredAt,   date-not-readable
                    kemarin,     '',         occurredAt,   date-not-readable
                    2026-11-27,  25:00,      occurredTime, time-not-readable
                    2026-11-27,  24:00,      occurredTime, time-not-readable
                    2026-11-27,  14:60,      occurredTime, time-not-readable
                    2026-11-27,  siang,      occurredTime, time-not-readable
                    2026-11-27,  WITA,       occurredTime, time-not-readable
                    2026-11-27,  14:30 WITA, occurredTime, time-in-another-zone
                    2026-11-27,  14.30 wit,  occurredTime, time-in-another-zone
                    """)
    void whatCannotBeMeant_isNamed(String day, String time, String field, String code) {
        assertThat(new TypedMoment(day, time, WIB).faults())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(tuple(field, code));
    }
}
