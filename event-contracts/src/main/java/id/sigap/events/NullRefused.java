package id.sigap.events;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** A null would leave the house as a missing field and fail at every reader: it fails here, at the writer. */
final class NullRefused extends StdSerializer<Object> {

    NullRefused() {
        super(Object.class);
    }

    @Override
    public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
        String component = json.getOutputContext().getCurrentName();
        provider.reportMappingProblem("%s is required and null", component);
    }
}
