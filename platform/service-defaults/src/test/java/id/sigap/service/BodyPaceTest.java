package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class BodyPaceTest {

    record Config(MemorySize largest, Duration grace, long slowest, Duration longest, long fileRate)
            implements BodyConfig {}

    private static final BodyConfig USUAL = new Config(
            new MemorySize(BigInteger.TWO.pow(18)), Duration.ofSeconds(20), 4096, Duration.ofMinutes(1), 20480);

    @ParameterizedTest(name = "{0} bytes, of which {1} have come after {2} s")
    @CsvSource({
        "1000,      1,         20,   false, nobody asks yet",
        "1000,      1,         21,   true,  drop by drop",
        "262144,    200000,    60,   false, slow",
        "262144,    262143,    61,   true,  just fast enough for ever",
        "262144,    10000000,  61,   true,  whatever has come",
        "26214400,  20971520,  1280, false, a file has longer",
        "26214400,  26000000,  1281, true,  but not for ever",
        "26214400,  200000,    120,  true,  nor drop by drop",
        "1228800,   1000000,   60,   false, the first size that has longer than a minute",
    })
    void aBody_isHungUpOn_onceItIsTooSlow(long length, long came, long seconds, boolean tooSlow, String why) {
        assertThat(new BodyPace(USUAL, length).isTooSlow(came, Duration.ofSeconds(seconds)))
                .as(why)
                .isEqualTo(tooSlow);
    }
}
