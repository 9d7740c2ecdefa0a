package id.sigap.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the files say about one event: its schema and its golden example, of this release or of an earlier one. */
record Contract(EventType type, ObjectNode schema, ObjectNode golden) {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final JsonSchemaFactory DRAFT_2020_12 = JsonSchemaFactory.getInstance(VersionFlag.V202012);
    private static final SchemaValidatorsConfig FORMATS_COUNT =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    static Contract of(EventType type) {
        return in("", type);
    }

    /** As {@code folder} on the class path has it. */
    static Contract in(String folder, EventType type) {
        return new Contract(
                type,
                read(folder + "/schemas/" + type.path() + ".schema.json"),
                read(folder + "/golden/" + type.path() + ".json"));
    }

    /** The fields an event can't do without. */
    List<String> required() {
        return JSON.convertValue(
                schema.path("required"), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    /** What the schema has against the document; empty if nothing. */
    List<String> objectionsTo(JsonNode document) {
        return compiled().validate(document).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    JsonSchema compiled() {
        return DRAFT_2020_12.getSchema(schema, FORMATS_COUNT);
    }

    Event readBy(JsonNode document) {
        return EventCodec.read(bytes(document), type.record());
    }

    static byte[] bytes(JsonNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode written(Event event) {
        try {
            return JSON.readTree(EventCodec.write(event));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode read(String resource) {
        try (InputStream file = Contract.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return type.name();
    }
}
