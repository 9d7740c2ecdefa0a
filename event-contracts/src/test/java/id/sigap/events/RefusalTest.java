package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.sigap.events.EventCodec.UnreadableEvent;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;

/** What is not the event is refused by the schema and by the codec alike; what is more than the event is let pass. */
@Tag("quick")
class RefusalTest {

    @EveryContract
    void missingField_isRefused(Contract contract) {
        for (String field : contract.required()) {
            refused(contract, contract.golden().deepCopy().without(field), field);
        }
    }

    @EveryContract
    void nullInARequiredField_isRefused(Contract contract) {
        for (String field : contract.required()) {
            refused(contract, contract.golden().deepCopy().putNull(field), field);
        }
    }

    @EveryContract
    void otherJsonType_isRefused(Contract contract) {
        fields(contract.golden(), JsonPointer.empty()).forEach(field -> {
            JsonNode value = contract.golden().at(field);
            JsonNode wrong = value.isTextual() ? IntNode.valueOf(12) : TextNode.valueOf("no such thing");
            refused(contract, with(contract.golden(), field, wrong), field.toString());
        });
    }

    @EveryContract
    void textInsteadOfANumber_andNumberInsteadOfABoolean_areRefused(Contract contract) {
        fields(contract.golden(), JsonPointer.empty()).forEach(field -> {
            JsonNode value = contract.golden().at(field);
            if (value.isNumber()) {
                refused(contract, with(contract.golden(), field, TextNode.valueOf(value.asText())), field.toString());
                refused(contract, with(contract.golden(), field, BooleanNode.TRUE), field.toString());
            }
            if (value.isBoolean()) {
                refused(contract, with(contract.golden(), field, IntNode.valueOf(1)), field.toString());
                refused(contract, with(contract.golden(), field, TextNode.valueOf("true")), field.toString());
            }
        });
    }

    @EveryContract
    void textThatIsNoneOfTheKind_isRefused(Contract contract) {
        fields(contract.golden(), JsonPointer.empty())
                .filter(field -> isConstrained(contract, field))
                .forEach(field -> refused(
                        contract, with(contract.golden(), field, TextNode.valueOf("no-such-thing")), field.toString()));
    }

    @EveryContract
    void unknownFields_pass(Contract contract) {
        // Given
        ObjectNode more = contract.golden().deepCopy();
        more.put("addedNextYear", "x").putObject("alsoAdded").put("deep", 1);
        // Then
        assertThat(contract.objectionsTo(more)).isEmpty();
        assertThat(Contract.written(contract.readBy(more))).isEqualTo(contract.golden());
    }

    private static void refused(Contract contract, JsonNode document, String field) {
        assertThat(contract.objectionsTo(document)).as("schema on %s", field).isNotEmpty();
        assertThatExceptionOfType(UnreadableEvent.class)
                .as("codec on %s: %s", field, document)
                .isThrownBy(() -> contract.readBy(document))
                .withMessageStartingWith(contract.type().record().getSimpleName());
    }

    /** Every value of the document, however deep. */
    private static Stream<JsonPointer> fields(JsonNode node, JsonPointer at) {
        Stream<JsonPointer> below = node.isObject()
                ? node.propertyStream().flatMap(e -> fields(e.getValue(), at.appendProperty(e.getKey())))
                : Stream.iterate(0, i -> i < node.size(), i -> i + 1)
                        .flatMap(i -> fields(node.get(i), at.appendIndex(i)));
        return at.matches() ? below : Stream.concat(Stream.of(at), below);
    }

    private static boolean isConstrained(Contract contract, JsonPointer field) {
        String inSchema = field.toString()
                .replaceAll("/[0-9]+(?=/|$)", "\u0000")
                .replace("/", "/properties/")
                .replace("\u0000", "/items");
        JsonNode schema = contract.schema().at(inSchema);
        return Stream.of("format", "pattern", "enum").anyMatch(schema::has);
    }

    private static JsonNode with(JsonNode document, JsonPointer field, JsonNode value) {
        JsonNode copy = document.deepCopy();
        JsonNode parent = copy.at(field.head());
        if (parent instanceof ObjectNode object) {
            object.set(field.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(field.last().getMatchingIndex(), value);
        }
        return copy;
    }
}
