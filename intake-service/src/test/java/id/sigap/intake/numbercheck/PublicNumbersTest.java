package id.sigap.intake.numbercheck;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.phone.PhoneNumbers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class PublicNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"110", "112", "113", "115", "117", "118", "119", "129", "911", "999"})
    void numberForEmergencies_isOne(String typed) {
        assertThat(PublicNumbers.of(PhoneNumbers.read(typed))).contains(Known.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "108",
                "147",
                "188",
                "3355",
                "14045",
                "95555",
                "1500 888",
                "0800 1234567",
                "0804 1 401 401",
                "0809 1234567"
            })
    void serviceNumber_isOne(String typed) {
        assertThat(PublicNumbers.of(PhoneNumbers.read(typed))).contains(Known.SERVICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0811 0000 0042", "021 5000 046", "+1 202 555 0143", "+60 3-2000 0000"})
    void somebodysNumber_isNone(String typed) {
        assertThat(PublicNumbers.of(PhoneNumbers.read(typed))).isEmpty();
    }
}
