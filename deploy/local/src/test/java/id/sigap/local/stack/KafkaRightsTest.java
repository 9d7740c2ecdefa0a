package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
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

    /** The channels it listens to, out of its settings. */
    private static Set<String> heardBy(Service service) throws IOException {
        Properties settings = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("../..", service.id(), "src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith(".topic"))
                .map(settings::getProperty)
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTIFIER") // its operators' topics are a pattern
    void aService_readsWhatItListensTo_andNothingElse(Service service) throws IOException {
        assertThat(KafkaRights.of(service).reads()).isEqualTo(heardBy(service));
    }

    @Test
    void onlyTheNotifier_speaksToOperators() {
        assertThat(KafkaRights.ofEveryone())
                .filteredOn(rights -> rights.writes().contains("operator.telkomsel.requests"))
                .extracting(KafkaRights::user)
                .containsExactly("operator-notifier");
    }
}
