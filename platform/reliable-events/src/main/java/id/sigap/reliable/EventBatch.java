package id.sigap.reliable;

import id.sigap.events.Event;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What others said since the last batch. The payload of a listener:
 * <pre>
 * &#64;Incoming("tickets") &#64;Blocking
 * void on(EventBatch&lt;TicketEvent&gt; batch) {
 *     batch.forEachNew(event -&gt; switch (event) { … });
 * }
 * </pre>
 * Every event is handled once, events of one aggregate in order, in one transaction with what the handler changes and journals.
 *
 * @param <E> the family of events on the topic
 */
public final class EventBatch<E extends Event> {

    private final List<RawRecord> records;
    private final Inbox inbox;

    EventBatch(List<RawRecord> records, Inbox inbox) {
        this.records = records;
        this.inbox = inbox;
    }

    /** @see #forEachNew(BiConsumer) */
    public void forEachNew(Consumer<E> handler) {
        forEachNew((event, _) -> handler.accept(event));
    }

    /**
     * Hands over what was not handled before.
     *
     * @param handler what it throws sends the event to dead letters and makes later events of its aggregate wait; so only a thing that
     *     must never happen throws
     */
    @SuppressWarnings("unchecked") // the topic carries this family: Topic#carries, checked by the contract's tests
    public void forEachNew(BiConsumer<E, EventMetadata> handler) {
        inbox.receive(records, (event, metadata) -> handler.accept((E) event, metadata));
    }
}
