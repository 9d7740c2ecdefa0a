package id.sigap.events;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A schema says of an event what its record says: the same fields, the same words. */
@Tag("quick")
class SchemaTest {

    private static final Path SOURCES = Path.of("src/main/java");

    @EveryContract
    void schema_isASchema(Contract contract) {
        // Given
        var metaSchema =
                JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        // Then
        assertThat(metaSchema.validate(contract.schema())).isEmpty();
        assertThat(contract.schema().path("$schema").asText()).isEqualTo(SchemaId.V202012);
    }

    @EveryContract
    void schema_isNamedAfterItsEvent(Contract contract) {
        assertThat(contract.schema().path("$id").asText())
                .isEqualTo("urn:sigap:schema:" + contract.type().name());
        assertThat(contract.schema().path("title").asText())
                .isEqualTo(contract.type().record().getSimpleName());
    }

    @Test
    void ids_areUnique() {
        assertThat(EventType.all().stream()
                        .map(Contract::of)
                        .map(c -> c.schema().path("$id").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @EveryContract
    void schema_hasTheRecordsFields(Contract contract) {
        describesRecord(contract.schema(), contract.type().record());
    }

    @EveryContract
    void schema_allowsAdditions(Contract contract) {
        assertThat(contract.schema().findValues("additionalProperties"))
                .noneMatch(allowed -> allowed.isBoolean() && !allowed.asBoolean());
    }

    @EveryContract
    void schema_saysWhatTheJavadocSays(Contract contract) throws IOException {
        // Given
        Class<?> record = contract.type().record();
        String source = Files.readString(SOURCES.resolve(record.getName().replace('.', '/') + ".java"));
        String javadoc = words(source.substring(source.indexOf("/**"), source.indexOf("*/")));
        // Then
        assertThat(javadoc).startsWith(contract.schema().path("description").asText());
        for (RecordComponent component : record.getRecordComponents()) {
            String[] parts = javadoc.split("@param " + component.getName() + " ", 2);
            assertThat(parts).as("@param " + component.getName()).hasSize(2);
            assertThat(property(contract.schema(), component)
                            .path("description")
                            .asText())
                    .startsWith(parts[1].split(" @param ", 2)[0]);
        }
    }

    private static void describesRecord(JsonNode schema, Class<?> record) {
        Map<String, Type> components = Arrays.stream(record.getRecordComponents())
                .collect(toMap(RecordComponent::getName, RecordComponent::getGenericType));
        List<String> needed = Arrays.stream(record.getRecordComponents())
                .filter(component -> component.getType() != Optional.class)
                .map(RecordComponent::getName)
                .toList();
        assertThat(schema.path("type").asText()).isEqualTo("object");
        assertThat(names(schema.path("properties"))).containsExactlyInAnyOrderElementsOf(components.keySet());
        assertThat(texts(schema.path("required"))).containsExactlyElementsOf(needed);
        components.forEach((name, type) -> describes(schema.at("/properties/" + name), type));
    }

    private static void describes(JsonNode schema, Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            describes(schema, generic.getActualTypeArguments()[0]);
        } else if (type instanceof ParameterizedType generic && generic.getRawType() != Map.class) {
            assertThat(schema.path("type").asText()).isEqualTo("array");
            describes(schema.path("items"), generic.getActualTypeArguments()[0]);
        } else if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            assertThat(texts(schema.path("enum")))
                    .containsExactly(Arrays.stream(enumeration.getEnumConstants())
                            .map(Object::toString)
                            .toArray(String[]::new));
        } else if (type == EvidenceRef.class || type == SuspectNumber.class) {
            describesRecord(schema, (Class<?>) type);
        }
    }

    private static JsonNode property(JsonNode schema, RecordComponent component) {
        return schema.at("/properties/" + component.getName());
    }

    /** Javadoc as plain words on one line. */
    private static String words(String javadoc) {
        Function<String, String> untagged = text -> text.replaceAll("\\{@(?:code|link) ([^}]*)}", "$1");
        return untagged.apply(javadoc.replaceAll("/\\*\\*|(?m)^ *\\* ?", " ").replaceAll("\\s+", " "))
                .strip();
    }

    private static Stream<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey);
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }
}
