package id.sigap.events;

/** The Kafka headers of a CloudEvents 1.0 record in binary mode, and W3C trace context's. All values are UTF-8 text. */
public enum CloudEventHeader {
    /** Always {@code 1.0}. */
    SPEC_VERSION("ce_specversion"),
    /** UUIDv7; the same however often the event is sent. Receivers deduplicate on it. */
    ID("ce_id"),
    /** The service, such as {@code /sigap/ticket-service}. */
    SOURCE("ce_source"),
    /** See {@link EventType}. */
    TYPE("ce_type"),
    /** The aggregate's id; also the record's key. */
    SUBJECT("ce_subject"),
    /** RFC 3339, UTC: when it happened. */
    TIME("ce_time"),
    /** The aggregate's version, from 1 without gaps. */
    SEQUENCE("ce_sequence"),
    /** SHA-256 of the journal's row, in hexadecimal: what is published vouches for all of it, not for the payload alone. Absent on older records. */
    ROW_HASH("ce_rowhash"),
    CONTENT_TYPE("content-type"),
    TRACE_PARENT("traceparent");

    private final String key;

    CloudEventHeader(String key) {
        this.key = key;
    }

    /** The header's name on the record. */
    public String key() {
        return key;
    }
}
