package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Strangers' records: no id and no version to go by, so only what was set aside is remembered. */
@ApplicationScoped
class ForeignInbox {

    private final CurrentTransaction transaction;
    private final Attempts attempts;
    private final DeadLetters deadLetters;
    private final ShelfKeeper shelf;

    ForeignInbox(CurrentTransaction transaction, Attempts attempts, DeadLetters deadLetters, ShelfKeeper shelf) {
        this.transaction = transaction;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
        this.shelf = shelf;
    }

    /** @param handler says why it doesn't accept a record */
    void receive(List<RawRecord> records, Function<ForeignRecord, Optional<String>> handler) {
        attempts.handle(
                records,
                part -> transaction.run(connection -> {
                    for (RawRecord record : new Shelf(connection).neverShelved(part)) {
                        handler.apply(ForeignRecord.of(record))
                                .ifPresent(reason -> deadLetters.add(record, Optional.empty(), reason));
                    }
                    Bookmarks.put(connection, part);
                }),
                (record, failure) -> transaction.run(connection -> {
                    deadLetters.add(record, Optional.empty(), DeadLetters.reason(failure));
                    Bookmarks.put(connection, List.of(record));
                }));
    }

    /** Handles what somebody replayed. */
    void look(Predicate<String> topics, Function<ForeignRecord, Optional<String>> handler) {
        shelf.handleDue(topics, waiting -> handler.apply(ForeignRecord.of(waiting)));
    }
}
