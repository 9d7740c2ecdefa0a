package id.sigap.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How an event is written: JSON, absent instead of null, times as RFC 3339, durations as ISO 8601. A reader is strict ({@link StrictJson}), but what it
 * doesn't know it passes over; what it needs and doesn't find it refuses.
 */
public final class EventCodec {

    private static final ObjectMapper JSON = mapper();

    private EventCodec() {}

    /** @throws IllegalArgumentException if a component that the contract requires is null */
    public static byte[] write(Event event) {
        try {
            return JSON.writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "cannot write " + EventType.of(event).name() + ": " + whatIsWrong(e), e);
        }
    }

    /** @throws UnreadableEvent if the bytes are not JSON of that type */
    public static <E extends Event> E read(byte[] json, Class<E> type) {
        try {
            E event = JSON.readValue(json, type);
            if (event == null) {
                throw new UnreadableEvent(type.getSimpleName() + ": the payload is null");
            }
            return event;
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableEvent(type.getSimpleName() + ": " + whatIsWrong(e), e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModules(new Jdk8Module(), new JavaTimeModule())
                .disable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                        SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .withConfigOverride(
                        Optional.class,
                        optional -> optional.setInclude(
                                JsonInclude.Value.construct(Include.NON_ABSENT, Include.NON_ABSENT)))
                // a Kafka header may be null: a dead letter leaves it out
                .withConfigOverride(
                        Map.class, map -> map.setInclude(JsonInclude.Value.construct(Include.ALWAYS, Include.NON_NULL)))
                .build();
        mapper.getSerializerProvider().setNullValueSerializer(new NullRefused());
        return StrictJson.onto(mapper);
    }

    /** The field, if it is one field's fault, and what is wrong, in one line. */
    private static String whatIsWrong(Exception e) {
        String field = e instanceof JsonMappingException mapping ? path(mapping) : "";
        return field.isEmpty() ? firstLine(e) : field + ": " + firstLine(e);
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .map(name -> name == null ? "[]" : name)
                .collect(Collectors.joining("."));
    }

    private static String firstLine(Exception e) {
        String message =
                switch (e) {
                    case ValueInstantiationException refused
                    when refused.getCause() instanceof IllegalArgumentException rule -> rule.getMessage();
                    case JsonProcessingException json -> json.getOriginalMessage();
                    default -> e.getMessage();
                };
        String line = String.valueOf(message).lines().findFirst().orElse("");
        return line.startsWith("Null value for creator property") ? "required and missing" : line;
    }

    /** The bytes of a record are not the event their type promises. */
    public static final class UnreadableEvent extends RuntimeException {

        UnreadableEvent(String message) {
            super(message);
        }

        UnreadableEvent(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
