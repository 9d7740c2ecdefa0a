package id.sigap.intake.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class AppealNumberTest {

    private final Locale ofTheMachine = Locale.getDefault();

    @AfterEach
    void asItWas() {
        Locale.setDefault(ofTheMachine);
    }

    @Test
    void number_isWrittenInTheDigitsThatEverybodyTypes_whateverTheMachineSpeaks() {
        // Given
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        // When
        String number = AppealNumber.of(123, Instant.parse("2026-06-01T00:00:00Z"));
        // Then
        assertThat(number).isEqualTo("BND-2026-000123");
    }

    @Test
    void year_isJakartas() {
        // Given: an hour after midnight there
        Instant newYear = Instant.parse("2026-12-31T18:00:00Z");
        // When
        String number = AppealNumber.of(1, newYear);
        // Then
        assertThat(number).startsWith("BND-2027-");
    }
}
