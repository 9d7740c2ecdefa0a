package id.sigap.ticket.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class TicketNumberTest {

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
        String number = TicketNumber.of(2026, 123).value();
        // Then
        assertThat(number).isEqualTo("SGP-2026-000123");
    }
}
