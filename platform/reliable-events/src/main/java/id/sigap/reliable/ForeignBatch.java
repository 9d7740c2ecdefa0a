package id.sigap.reliable;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Records from topics that others write. One transaction for the batch; a record that is refused, or can't be handled, goes to its
 * topic's dead letters alone. A record may come twice: the aggregate it is for must not mind. One that was a dead letter doesn't: it is
 * handled when somebody replays it, once.
 */
public final class ForeignBatch {

    private final List<RawRecord> records;
    private final Predicate<String> topics;
    private final ForeignInbox inbox;

    ForeignBatch(List<RawRecord> records, Predicate<String> topics, ForeignInbox inbox) {
        this.records = records;
        this.topics = topics;
        this.inbox = inbox;
    }

    /**
     * Hands over each record once, as long as nothing throws.
     *
     * @param handler says why it doesn't accept a record, or nothing if it does. What it has changed all the same is committed with the
     *     dead letter, and no other record is undone for it
     */
    public void forEach(Function<ForeignRecord, Optional<String>> handler) {
        inbox.receive(records, handler);
        inbox.look(topics, handler);
    }
}
