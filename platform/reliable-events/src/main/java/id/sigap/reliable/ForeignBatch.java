package id.sigap.reliable;

import java.util.List;
import java.util.function.Consumer;
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

    /** @param handler throws {@link RefusedRecord} for what it doesn't accept */
    public void forEach(Consumer<ForeignRecord> handler) {
        inbox.receive(records, handler);
        inbox.look(topics, handler);
    }
}
