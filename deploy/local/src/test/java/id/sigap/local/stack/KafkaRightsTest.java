package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.local.service.Service;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("quick")
class KafkaRightsTest {

    @ParameterizedTest
    @EnumSource
    void aService_writesOneOfTheSharedTopics(Service service) {
        // Given
        Set<String> shared = new HashSet<>(Set.of(
                Topic.Name.REPORTS,
                Topic.Name.VERIFICATIONS,
                Topic.Name.TICKETS,
                Topic.Name.CONFIRMATIONS,
                Topic.Name.SLA));
        // When
        shared.retainAll(KafkaRights.of(service).writes());
        // Then
        assertThat(shared).hasSize(1);
    }

    @Test
    void anOperator_hasNothingButItsOwn() {
        assertThat(KafkaRights.of(new OperatorCode("INDOSAT")))
                .isEqualTo(new KafkaRights(
                        "indosat",
                        Set.of("operator.indosat.requests"),
                        Set.of("operator.indosat.confirmations.dead-letters"),
                        Set.of("operator.indosat.confirmations")));
    }

    @Test
    void onlyTheNotifier_speaksToOperators() {
        assertThat(KafkaRights.ofEveryone())
                .filteredOn(rights -> rights.writes().contains("operator.telkomsel.requests"))
                .extracting(KafkaRights::user)
                .containsExactly("operator-notifier");
    }
}
