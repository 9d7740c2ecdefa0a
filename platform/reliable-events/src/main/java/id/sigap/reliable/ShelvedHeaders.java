package id.sigap.reliable;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** A record's headers as the shelf keeps them: JSON, values as text, the last of each name. */
final class ShelvedHeaders {

    /** A stranger's header may have a name of any length. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build());

    private ShelvedHeaders() {}

    static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            texts.put(
                    withoutNul(header.key()),
                    header.value() == null ? "" : withoutNul(new String(header.value(), StandardCharsets.UTF_8)));
        }
        return texts;
    }

    static String write(Headers headers) {
        try {
            return JSON.writeValueAsString(texts(headers));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can be written", e);
        }
    }

    static Headers read(String json) {
        try {
            var headers = new RecordHeaders();
            JSON.readValue(json, new TypeReference<Map<String, String>>() {})
                    .forEach((key, value) -> headers.add(key, value.getBytes(StandardCharsets.UTF_8)));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the shelf's headers were written by this class", e);
        }
    }

    /** PostgreSQL's text and jsonb have none. */
    static String withoutNul(String text) {
        return text.replace('\u0000', '\uFFFD');
    }
}
