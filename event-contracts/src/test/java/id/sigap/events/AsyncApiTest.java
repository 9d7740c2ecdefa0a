package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import id.sigap.events.operator.OperatorNotice;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document names every topic, every event on it, every header. */
@Tag("quick")
class AsyncApiTest {

    private static final JsonNode DOCUMENT = document();
    private static final OperatorCode SOME_OPERATOR = new OperatorCode("TELKOMSEL");

    /** Every topic there is, under its address in the document. */
    private static Map<String, Topic> topics() {
        return Map.of(
                "sigap.reports", Topic.REPORTS,
                "sigap.verifications", Topic.VERIFICATIONS,
                "sigap.tickets", Topic.TICKETS,
                "sigap.confirmations", Topic.CONFIRMATIONS,
                "sigap.sla", Topic.SLA,
                "operator.{operator}.requests", Topic.requestsTo(SOME_OPERATOR),
                "operator.{operator}.confirmations", Topic.confirmationsOf(SOME_OPERATOR),
                "{topic}.dead-letters", Topic.deadLettersOf("sigap.tickets"));
    }

    @Test
    void everyTopic_isDocumented_andNoOther() {
        assertThat(channels().map(channel -> channel.path("address").asText()))
                .containsExactlyInAnyOrderElementsOf(topics().keySet());
    }

    @Test
    void addresses_areTheNamesTheBrokerKnows() {
        topics().forEach((address, topic) -> assertThat(
                        address.replace("{operator}", "telkomsel").replace("{topic}", "sigap.tickets"))
                .isEqualTo(topic.name()));
    }

    @Test
    void everyTopicConstant_isDocumented() {
        // Given
        Stream<Topic> constants =
                constants(Topic.class).filter(Topic.class::isInstance).map(Topic.class::cast);
        Stream<Object> names = constants(Topic.Name.class);
        // Then
        assertThat(topics().values()).containsAll(constants.toList());
        assertThat(topics().keySet()).containsAll(names.map(Object::toString).toList());
    }

    @EveryContract
    void everyEvent_isOnTheTopicThatCarriesIt_andOnNoOther(Contract contract) {
        // Given
        List<String> carriedBy = topics().entrySet().stream()
                .filter(topic -> topic.getValue()
                        .carries()
                        .isAssignableFrom(contract.type().record()))
                .map(Map.Entry::getKey)
                .toList();
        // When
        List<String> documentedOn = channels()
                .filter(channel -> messagesOf(channel).anyMatch(message -> message.path("name")
                        .asText()
                        .equals(contract.type().name())))
                .map(channel -> channel.path("address").asText())
                .toList();
        // Then
        assertThat(documentedOn).hasSize(1).isEqualTo(carriedBy);
    }

    @EveryContract
    void message_hasTheSchemaOfItsEvent(Contract contract) {
        assertThat(DOCUMENT.at("/components/messages").valueStream().filter(message -> message.path("name")
                        .asText()
                        .equals(contract.type().name())))
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.at("/payload/$ref").asText())
                            .isEqualTo("schemas/" + contract.type().path() + ".schema.json");
                    assertThat(message.path("title"))
                            .isEqualTo(contract.schema().path("title"));
                    assertThat(message.path("summary"))
                            .isEqualTo(contract.schema().path("description"));
                });
    }

    @Test
    void documentedMessages_areAllEvents() {
        assertThat(DOCUMENT.at("/components/messages").valueStream().map(m -> m.path("name")
                        .asText()))
                .containsExactlyElementsOf(
                        EventType.all().stream().map(EventType::name).toList());
    }

    @Test
    void everyReference_resolves() {
        assertThat(DOCUMENT.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(AsyncApiTest.class.getResource("/" + reference)).isNotNull();
            }
        });
    }

    @Test
    void everyTrait_namesEveryHeader() {
        String[] headers = Arrays.stream(CloudEventHeader.values())
                .map(CloudEventHeader::key)
                .toArray(String[]::new);
        assertThat(DOCUMENT.at("/components/messageTraits").valueStream())
                .isNotEmpty()
                .allSatisfy(trait -> assertThat(
                                trait.at("/headers/properties").propertyStream().map(Map.Entry::getKey))
                        .containsExactlyInAnyOrder(headers));
    }

    @EveryContract
    void message_saysItsKey(Contract contract) {
        // Given
        JsonNode message = DOCUMENT.at("/components/messages")
                .valueStream()
                .filter(m -> m.path("name").asText().equals(contract.type().name()))
                .findFirst()
                .orElseThrow();
        // When
        String binding = message.at("/bindings/$ref").asText();
        String field = binding.replaceFirst(".*/keyedBy", "");
        // Then
        assertThat(DOCUMENT.at(binding.substring(1)).at("/kafka/key/type").asText())
                .isEqualTo("string");
        assertThat(keyOf(contract.readBy(contract.golden())))
                .endsWith(contract.golden()
                        .path(Character.toLowerCase(field.charAt(0)) + field.substring(1))
                        .asText());
    }

    private static String keyOf(Event event) {
        return event instanceof OperatorNotice notice ? notice.number().value() : event.subject();
    }

    private static Stream<JsonNode> channels() {
        return DOCUMENT.path("channels").valueStream();
    }

    private static Stream<JsonNode> messagesOf(JsonNode channel) {
        return channel.path("messages")
                .valueStream()
                .map(message -> DOCUMENT.at(message.path("$ref").asText().substring(1)));
    }

    private static Stream<Object> constants(Class<?> type) {
        return Arrays.stream(type.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(AsyncApiTest::valueOf);
    }

    private static Object valueOf(Field constant) {
        try {
            return constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode document() {
        try (InputStream file = AsyncApiTest.class.getResourceAsStream("/asyncapi.yaml")) {
            return new YAMLMapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
