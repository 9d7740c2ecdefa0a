package id.sigap.reliable;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.header.Header;

/**
 * Records from topics that others write. One transaction for the batch; a record that is refused, or can't be handled, goes to its
 * topic's dead letters alone. A record may come twice: the aggregate it is for must not mind.
 */
public final class ForeignBatch {

    private final List<RawRecord> records;
    private final Attempts attempts;
    private final DeadLetters deadLetters;

    ForeignBatch(List<RawRecord> records, Attempts attempts, DeadLetters deadLetters) {
        this.records = records;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
    }

    /** @param handler throws {@link RefusedRecord} for what it doesn't accept */
    public void forEach(Consumer<ForeignRecord> handler) {
        attempts.handle(
                records,
                part -> part.forEach(record -> handler.accept(foreign(record))),
                (record, failure) -> deadLetters.add(record, null, reason(failure)));
    }

    private static String reason(RuntimeException failure) {
        return failure instanceof RefusedRecord
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private static ForeignRecord foreign(RawRecord record) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : record.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return new ForeignRecord(
                record.topic(),
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()),
                Optional.ofNullable(record.value()),
                headers,
                record.appendedAt());
    }
}
