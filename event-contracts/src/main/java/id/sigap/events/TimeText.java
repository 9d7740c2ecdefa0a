package id.sigap.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.function.Function;

/** Reads a time or a duration from text alone: Jackson's own reader takes bare numbers too, and guesses their unit. */
final class TimeText<T> extends StdDeserializer<T> {

    private final Function<CharSequence, T> parse;

    TimeText(Class<T> type, Function<CharSequence, T> parse) {
        super(type);
        this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.hasToken(JsonToken.VALUE_STRING)) {
            return handledType().cast(context.handleUnexpectedToken(handledType(), json));
        }
        try {
            return parse.apply(json.getText());
        } catch (DateTimeException e) {
            return handledType()
                    .cast(context.handleWeirdStringValue(handledType(), json.getText(), "%s", e.getMessage()));
        }
    }

    @Override
    @SuppressWarnings("unchecked")
    public Class<T> handledType() {
        return (Class<T>) super.handledType();
    }
}
