package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.sigap.service.Refusal.FieldError;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class BodyFaultsTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    enum Colour {
        RED,
        BLUE
    }

    record Inner(int number) {}

    record Body(String name, Colour colour, Instant at, List<Inner> inner) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"nick\":\"b\"}     | nick             | unknown-field",
                "{\"colour\":\"GREEN\"}              | colour           | wrong-value",
                "{\"at\":\"yesterday\"}              | at               | wrong-type",
                "{\"inner\":[{\"number\":\"many\"}]} | inner[0].number  | wrong-type",
                "{\"inner\":\"none\"}                | inner            | wrong-type",
                "{\"inner\":[{\"nummer\":1}]}        | inner[0].nummer  | unknown-field"
            })
    void aWrongField_isNamedByItsPath(String json, String field, String code) {
        assertThat(refusalOf(json).errors())
                .extracting(FieldError::field, FieldError::code)
                .containsExactly(Tuple.tuple(field, code));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"{ | malformed-json", "{\"name\":} | malformed-json", "[1, | malformed-json"})
    void brokenJson_saysWhere(String json, String code) {
        assertThat(refusalOf(json).code()).isEqualTo(code);
    }

    @Test
    void whatWasTyped_isNeverRepeated() {
        assertThat(refusalOf("{\"colour\":\"budi@example.id\"}").errors().toString())
                .doesNotContain("budi");
    }

    private static Refusal refusalOf(String json) {
        return BodyFaults.refusal(
                catchThrowableOfType(JsonProcessingException.class, () -> JSON.readValue(json, Body.class)));
    }
}
