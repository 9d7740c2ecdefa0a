package id.sigap.events;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * How JSON is read, whether it comes by Kafka or over HTTP: what it says and nothing else. A number is no text and no time, a text no number, an
 * empty text is not nothing, an ordinal no name; a name stands once in an object, and a document ends where it ends.
 */
public final class StrictJson {

    private StrictJson() {}

    /** Makes a mapper read so; how it writes stays. */
    // the builder that replaces this is gone where a framework hands over a mapper it has built
    @SuppressWarnings("deprecation")
    public static ObjectMapper onto(ObjectMapper mapper) {
        mapper.configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .registerModule(timesAsText());
        mapper.getFactory().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature());
        mapper.coercionConfigDefaults().setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    private static SimpleModule timesAsText() {
        return new SimpleModule("times-as-text")
                .addDeserializer(Instant.class, new TimeText<>(Instant.class, Instant::parse))
                .addDeserializer(LocalDate.class, new TimeText<>(LocalDate.class, LocalDate::parse))
                .addDeserializer(Duration.class, new TimeText<>(Duration.class, Duration::parse));
    }
}
