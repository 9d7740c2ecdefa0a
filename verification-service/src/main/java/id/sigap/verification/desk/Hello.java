package id.sigap.verification.desk;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a page says first in a chat.
 *
 * @param after the place of the last message that it shows; 0 or absent for everything
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonTypeName("hello")
record Hello(long after) {

    /** @throws JsonProcessingException, IllegalArgumentException if it says anything else */
    static Hello read(String frame, ObjectMapper json) throws JsonProcessingException {
        Hello hello = json.readValue(frame, Hello.class);
        if (hello == null) { // the JSON null
            throw new IllegalArgumentException("no hello");
        }
        return hello;
    }
}
