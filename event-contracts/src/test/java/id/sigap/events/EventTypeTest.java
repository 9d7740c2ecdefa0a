package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class EventTypeTest {

    @Test
    void names_areUniqueAndOfOneForm() {
        assertThat(EventType.all())
                .isNotEmpty()
                .extracting(EventType::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("id\\.sigap\\.[a-z]+\\.[a-z-]+\\.v\\d+"));
    }

    @ParameterizedTest
    @CsvSource({
        "id.sigap.ticket.block-requested.v1, ticket/block-requested.v1",
        "id.sigap.sla.sla-breach-retracted.v1, sla/sla-breach-retracted.v1"
    })
    void path_isTheNameAsAFile(String name, String path) {
        assertThat(EventType.named(name))
                .hasValueSatisfying(type -> assertThat(type.path()).isEqualTo(path));
    }

    @EveryContract
    void type_ofAnEvent_isTheOneItWasReadAs(Contract contract) {
        assertThat(EventType.of(contract.readBy(contract.golden()))).isEqualTo(contract.type());
    }

    @Test
    void unknownName_isNoError() {
        assertThat(EventType.named("id.sigap.ticket.block-requested.v99")).isEmpty();
    }
}
