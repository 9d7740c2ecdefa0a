package id.sigap.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.StrictJson;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** What comes over HTTP or a socket is read as strictly as what comes by Kafka. */
@Singleton
class StrictBodies implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        StrictJson.onto(json);
    }

    /** The last: what was registered before must not read times in its own way. */
    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }
}
