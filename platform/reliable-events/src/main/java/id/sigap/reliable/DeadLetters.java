package id.sigap.reliable;

import id.sigap.events.Topic;
import id.sigap.events.platform.RecordDeadLettered;
import id.sigap.text.TypedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Records that could not be handled: set aside with their reason, and told of on {@code <topic>.dead-letters}, once for each death. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    /** A letter must fit into a record itself, or it would stop the relay; a larger value stays on the shelf alone, in bytes. */
    private static final int LONGEST_TOLD = 256 * 1024;

    /** Of a key, a reason or a header, in characters. */
    private static final int LONGEST_TEXT = 1024;

    private static final int MOST_HEADERS = 32;

    private final CurrentTransaction transaction;
    private final Journal journal;
    private final Clock clock;
    private final String consumer;

    DeadLetters(
            CurrentTransaction transaction,
            Journal journal,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String consumer) {
        this.transaction = transaction;
        this.journal = journal;
        this.clock = clock;
        this.consumer = consumer;
    }

    /** Sets a record aside that was just read. In the caller's transaction. */
    void add(RawRecord record, Optional<Place> place, String reason) {
        transaction
                .ask(connection -> new Shelf(connection).bury(record, place, reason))
                .ifPresent(id -> tell(id, record, reason));
    }

    /** A record from the shelf could not be handled, for the first time or again. In the caller's transaction. */
    void add(Shelf.Shelved waiting, String reason) {
        if (transaction.ask(connection -> new Shelf(connection).buryAgain(waiting, reason))) {
            tell(waiting.id(), waiting.record(), reason);
        }
    }

    /** What went wrong, in words. */
    static String reason(RuntimeException failure) {
        return failure instanceof RefusedRecord
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    private void tell(UUID id, RawRecord record, String reason) {
        LOG.errorf(
                "dead letter id=%s topic=%s partition=%d offset=%d key=%s reason=%s",
                id, record.topic(), record.partition(), record.offset(), oneLine(record.key()), oneLine(reason));
        journal.append(Topic.deadLettersOf(record.topic()), letter(id, record, reason));
    }

    private RecordDeadLettered letter(UUID id, RawRecord record, String reason) {
        return new RecordDeadLettered(
                id,
                consumer,
                record.topic(),
                record.partition(),
                record.offset(),
                Optional.ofNullable(record.key()).map(DeadLetters::bounded),
                bounded(ShelvedHeaders.texts(record.headers())),
                Optional.ofNullable(record.value())
                        .filter(value -> value.length <= LONGEST_TOLD)
                        .map(Base64.getEncoder()::encodeToString),
                bounded(reason),
                clock.instant());
    }

    private static Map<String, String> bounded(Map<String, String> headers) {
        Map<String, String> fewer = new LinkedHashMap<>();
        headers.entrySet().stream()
                .limit(MOST_HEADERS)
                .forEach(header -> fewer.put(bounded(header.getKey()), bounded(header.getValue())));
        return fewer;
    }

    private static String bounded(String text) {
        String storable = ShelvedHeaders.withoutNul(text);
        String shortened = TypedText.shortened(storable, LONGEST_TEXT);
        return shortened.equals(storable) ? storable : shortened + "…";
    }

    private static String oneLine(String text) {
        return text == null ? "none" : bounded(text).replaceAll("\\p{Cntrl}", " ");
    }
}
