package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;

/** The golden examples are what the schemas describe and what the codec reads and writes. */
@Tag("quick")
class GoldenExampleTest {

    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{7,}");

    @EveryContract
    void golden_isValid(Contract contract) {
        assertThat(contract.objectionsTo(contract.golden())).isEmpty();
    }

    @EveryContract
    void golden_readAndWrittenBack_isTheSame(Contract contract) {
        // When
        Event event = contract.readBy(contract.golden());
        // Then
        assertThat(Contract.written(event)).isEqualTo(contract.golden());
    }

    @EveryContract
    void golden_hasASubject(Contract contract) {
        assertThat(contract.readBy(contract.golden()).subject()).isNotBlank();
    }

    @EveryContract
    void golden_withNothingButTheRequired_isStillTheEvent(Contract contract) {
        // Given
        ObjectNode bare = contract.golden().deepCopy().retain(contract.required());
        // When
        Event event = contract.readBy(bare);
        // Then
        assertThat(contract.objectionsTo(bare)).isEmpty();
        assertThat(Contract.written(event)).isEqualTo(bare);
    }

    @EveryContract
    void golden_namesNobodysNumber(Contract contract) {
        assertThat(NUMBER.matcher(contract.golden().toString()).results())
                .allSatisfy(number -> assertThat(number.group()).matches("\\+628[0-9]{2}000[0-9]{4}"));
    }
}
