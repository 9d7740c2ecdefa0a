package id.sigap.intake.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class VisitorTest {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2::9, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:3::9, 2001:db8:1:3:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "::ffff:203.0.113.7, 203.0.113.7",
        "proxy.example, proxy.example"
    })
    void network_isAnAddressOfIPv4_andTheHouseholdsBitsOfIPv6(String address, String network) {
        assertThat(Visitor.from(address, null).network()).isEqualTo(network);
    }

    @Test
    void blankProof_isNone() {
        assertThat(Visitor.from("203.0.113.7", " ").proof()).isEmpty();
    }

    @Test
    void limit_isReadAsWritten() {
        assertThat(Limit.of("10/PT1H")).isEqualTo(new Limit(10, Duration.ofHours(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "10/1h", "0/PT1H", "10/PT0S", "-1/PT1H", "1/PT-1H"})
    void limit_thatIsNone_isRefused(String text) {
        assertThatThrownBy(() -> Limit.of(text))
                .isInstanceOfAny(IllegalArgumentException.class, java.time.DateTimeException.class);
    }
}
