package id.sigap.intake.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class VisitorsTest {

    private final Visitors visitors = new Visitors(Optional.of(List.of("10.1.0.0/16", "192.0.2.1", "fd00::/8")));

    @ParameterizedTest(name = "{0} says {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | 198.51.100.1                          | 203.0.113.7",
                "10.1.2.3    | 203.0.113.7                           | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1, 203.0.113.7             | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1; 203.0.113.7             | 203.0.113.7",
                "10.1.2.3    | 198.51.100.1, 203.0.113.7, 192.0.2.1  | 203.0.113.7",
                "10.1.2.3    | 10.1.9.9, 192.0.2.1                   | 10.1.9.9",
                "10.1.2.3    | 198.51.100.1, unknown                 | 10.1.2.3",
                "10.1.2.3    | 198.51.100.1,                         | 10.1.2.3",
                "10.1.2.3    | 203.0.113.7:4711                      | 203.0.113.7",
                "fd00::1     | 198.51.100.1, [2001:db8::7]:4711      | 2001:db8:0:0:0:0:0:7",
                "10.2.0.1    | 203.0.113.7                           | 10.2.0.1"
            })
    void reader_isWhatTheOutermostTrustedProxySaw(String end, String seen, String reader) {
        assertThat(visitors.reader(end, Arrays.asList(seen.split(";")))).isEqualTo(reader);
    }

    @Test
    void withoutTheHeader_itIsTheOtherEnd() {
        assertThat(visitors.reader("10.1.2.3", List.of())).isEqualTo("10.1.2.3");
    }
}
