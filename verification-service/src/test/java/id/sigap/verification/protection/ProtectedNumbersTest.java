package id.sigap.verification.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.Msisdn;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class ProtectedNumbersTest {

    private static final ProtectedNumbers NUMBERS = of("+628110000777", "+6281100009*");

    @ParameterizedTest
    @CsvSource({
        "+628110000777, true",
        "+6281100007770, false",
        "+628110000900, true",
        "+628110000999, true",
        "+628110000899, false"
    })
    void number_isProtected_ifNamedOrBehindAPrefix(String number, boolean expected) {
        assertThat(NUMBERS.contains(new Msisdn(number))).isEqualTo(expected);
    }

    @Test
    void whereThereAreNone_thatIsSaid() {
        assertThat(of("none").contains(new Msisdn("+628110000777"))).isFalse();
    }

    /** A list in which somebody left the word would seem to say both. */
    @Test
    void noneBesideNumbers_isRefused() {
        assertThatThrownBy(() -> of("none", "+628110000777"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("none, by itself");
    }

    @ParameterizedTest
    @ValueSource(strings = {"08110000777", "+65*", "*", "+62811000077x", "+62811"})
    void policyThatCantBeRead_isRefusedAtTheStart(String pattern) {
        assertThatThrownBy(() -> of(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(pattern);
    }

    private static ProtectedNumbers of(String... patterns) {
        return new ProtectedNumbers(() -> Optional.of(List.of(patterns)));
    }
}
