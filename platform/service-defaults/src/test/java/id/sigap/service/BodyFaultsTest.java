package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.sigap.events.StrictJson;
import id.sigap.service.Refusal.FieldError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class BodyFaultsTest {

    private static final ObjectMapper JSON = StrictJson.onto(JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());

    enum Colour {
        RED,
        BLUE
    }

    record Inner(int number) {}

    record Body(
            String name, Colour colour, Instant at, List<Inner> inner, UUID id, Boolean yes, Optional<Integer> some) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"nick\":\"b\"}     | nick             | unknown-field",
                "{\"colour\":\"GREEN\"}              | colour           | wrong-value",
                "{\"at\":\"yesterday\"}              | at               | wrong-type",
                "{\"inner\":[{\"number\":\"many\"}]} | inner[0].number  | wrong-type",
                "{\"inner\":\"none\"}                | inner            | wrong-type",
                "{\"inner\":[{\"nummer\":1}]}        | inner[0].nummer  | unknown-field",
                "{\"inner\":\"\"}                    | inner            | wrong-type",
                "{\"inner\":[\"\"]}                  | inner[0]         | wrong-type",
                "{\"inner\":[{\"number\":\"1\"}]}    | inner[0].number  | wrong-type",
                "{\"inner\":[{\"number\":1.0}]}      | inner[0].number  | wrong-type",
                "{\"name\":1}                       | name             | wrong-type",
                "{\"name\":1.5}                     | name             | wrong-type",
                "{\"name\":true}                    | name             | wrong-type",
                "{\"colour\":0}                     | colour           | wrong-value",
                "{\"colour\":\"0\"}                 | colour           | wrong-value",
                "{\"colour\":\"\"}                  | colour           | wrong-value",
                "{\"colour\":\"red\"}               | colour           | wrong-value",
                "{\"at\":1796028646}                | at               | wrong-type",
                "{\"at\":1796028646.5}              | at               | wrong-type",
                "{\"at\":\"1796028646\"}            | at               | wrong-type",
                "{\"at\":\"\"}                      | at               | wrong-type",
                "{\"at\":\"2026-11-31T10:00:00Z\"}  | at               | wrong-type",
                "{\"id\":\"\"}                      | id               | wrong-type",
                "{\"yes\":\"true\"}                 | yes              | wrong-type",
                "{\"yes\":\"\"}                     | yes              | wrong-type",
                "{\"yes\":1}                        | yes              | wrong-type",
                "{\"some\":\"1\"}                   | some             | wrong-type",
                "{\"some\":\"\"}                    | some             | wrong-type"
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
            value = {
                "{ | malformed-json",
                "{\"name\":} | malformed-json",
                "[1, | malformed-json",
                "{\"name\":\"a\",\"name\":\"b\"} | malformed-json",
                "{\"name\":\"a\",\"name\":\"a\"} | malformed-json",
                "{\"inner\":[{\"number\":1,\"number\":2}]} | malformed-json",
                "{\"name\":\"a\"} {} | malformed-json",
                "{\"name\":\"a\"}] | malformed-json",
                "{\"name\":NaN} | malformed-json",
                "{'name':\"a\"} | malformed-json",
                "{\"name\":\"a\",} | malformed-json"
            })
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
