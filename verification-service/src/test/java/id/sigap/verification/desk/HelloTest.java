package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.StrictJson;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class HelloTest {

    private final ObjectMapper json = StrictJson.onto(new ObjectMapper());

    @Test
    void aHello_namesAPlace_orNone() throws JsonProcessingException {
        assertThat(Hello.read("{\"type\":\"hello\",\"after\":12}", json).after())
                .isEqualTo(12);
        assertThat(Hello.read("{\"type\":\"hello\"}", json).after()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"hello\",\"after\":1,\"after\":2}",
                "{\"type\":\"hello\",\"after\":1.5}",
                "{\"type\":\"hello\",\"after\":\"1\"}",
                "{\"type\":\"hello\"} x",
                "{\"type\":\"message\",\"text\":\"x\"}",
                "{\"after\":1}",
                "[]",
                "null",
                "hello"
            })
    void whatIsNoHello_isTakenForNone(String frame) {
        assertThatThrownBy(() -> Hello.read(frame, json))
                .isInstanceOfAny(JsonProcessingException.class, IllegalArgumentException.class);
    }
}
