package id.sigap.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class NumbersTest {

    @Test
    void numbers_beginBehindThoseOfOthers() {
        assertThat(Numbers.of("TELKOMSEL", 6000).next()).isEqualTo("+6285100000000");
    }

    @Test
    void everyNumber_isGivenOnce() {
        Numbers numbers = Numbers.of("INDOSAT", 0);
        assertThat(Stream.generate(numbers::next).limit(1500)).doesNotHaveDuplicates();
    }
}
