package id.sigap.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

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
                        new OwnNames("indosat", "."),
                        Set.of("operator.indosat.requests"),
                        Set.of("operator.indosat.confirmations.dead-letters"),
                        Set.of("operator.indosat.confirmations"),
                        Set.of(new OwnNames("indosat", ".")),
                        Set.of()));
    }

    /** What its settings say of the channels it listens to: their topics, say. */
    private static Set<String> ofItsChannels(Service service, String setting) throws IOException {
        Properties settings = settingsOf(service);
        return settings.stringPropertyNames().stream()
                .filter(name -> name.startsWith("mp.messaging.incoming.") && name.endsWith("." + setting))
                .map(settings::getProperty)
                .collect(Collectors.toSet());
    }

    private static Properties settingsOf(Service service) throws IOException {
        Properties settings = new Properties();
        try (Reader reader =
                Files.newBufferedReader(Path.of("../..", service.id(), "src/main/resources/application.properties"))) {
            settings.load(reader);
        }
        return settings;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NOTIFIER") // its operators' topics are a pattern
    void aService_readsWhatItListensTo_andNothingElse(Service service) throws IOException {
        assertThat(KafkaRights.of(service).reads()).isEqualTo(ofItsChannels(service, "topic"));
    }

    @ParameterizedTest
    @EnumSource
    void groupsAService_isSetUpWith_areItsOwn(Service service) throws IOException {
        // Given
        String application = settingsOf(service).getProperty("quarkus.application.name");
        Stream<String> groups = Stream.concat(Stream.of(application), ofItsChannels(service, "group.id").stream());
        // Then
        assertThat(groups.map(group -> group.replace("${quarkus.application.name}", application)))
                .allMatch(KafkaRights.of(service).names()::contain);
    }

    @Test
    void names_areOneUsersAlone() {
        // Given
        List<OwnNames> all = Stream.concat(
                        KafkaRights.ofEveryone().stream(),
                        Stream.of("TELKOMSEL2EVIL", "TELKOM", "XL", "SL")
                                .map(OperatorCode::new)
                                .map(KafkaRights::of))
                .map(KafkaRights::names)
                .toList();
        // Then
        for (OwnNames one : all) {
            for (OwnNames other : all) {
                assertThat(List.of(other.user(), other.user() + other.mark(), other.user() + other.mark() + "desk"))
                        .allMatch(name -> one.contain(name) == one.equals(other));
            }
        }
    }

    /** A service's id up to its first dash is what a group's prefix without a mark would have covered. */
    static Stream<String> namesOfOurs() {
        Stream<String> services = Stream.of(Service.values())
                .flatMap(service -> Stream.of(service.id().split("-")[0], service.database()));
        Stream<String> topics = Stream.of(Topic.REPORTS, Topic.requestsTo(new OperatorCode("INDOSAT")))
                .map(topic -> topic.name().split("\\.")[0]);
        Stream<String> users = Stream.of(KafkaRights.ADMIN, KafkaPrincipal.ANONYMOUS.getName());
        return Stream.of(services, topics, users)
                .flatMap(names -> names)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("namesOfOurs")
    void nameOfOurs_isNoOperators(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KafkaRights.of(new OperatorCode(name)))
                .withMessageStartingWith(name + " can't be an operator's code")
                .withMessageContaining("a name of Sigap's own");
    }

    @Test
    void onlyTheNotifier_seesHowFarOperatorsHaveRead() {
        assertThat(KafkaRights.ofEveryone())
                .filteredOn(rights -> !rights.watches().isEmpty())
                .singleElement()
                .satisfies(notifier -> {
                    assertThat(notifier.user()).isEqualTo("operator-notifier");
                    assertThat(notifier.watches())
                            .hasSameSizeAs(KafkaRights.OPERATORS)
                            .contains(new OwnNames("telkomsel", "."));
                });
    }

    @Test
    void onlyTheNotifier_speaksToOperators() {
        assertThat(KafkaRights.ofEveryone())
                .filteredOn(rights -> rights.writes().contains("operator.telkomsel.requests"))
                .extracting(KafkaRights::user)
                .containsExactly("operator-notifier");
    }
}
