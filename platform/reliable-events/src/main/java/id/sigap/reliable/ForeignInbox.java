package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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

    void receive(List<RawRecord> records, Consumer<ForeignRecord> handler) {
        attempts.handle(
                records,
                part -> transaction.run(connection -> {
                    for (RawRecord record : new Shelf(connection).neverShelved(part)) {
                        handler.accept(ForeignRecord.of(record));
                    }
                    Bookmarks.put(connection, part);
                }),
                (record, failure) -> transaction.run(connection -> {
                    deadLetters.add(record, Optional.empty(), DeadLetters.reason(failure));
                    Bookmarks.put(connection, List.of(record));
                }));
    }

    /** Handles what somebody replayed. */
    void look(Predicate<String> topics, Consumer<ForeignRecord> handler) {
        shelf.handleDue(topics, waiting -> handler.accept(ForeignRecord.of(waiting)));
    }
}
