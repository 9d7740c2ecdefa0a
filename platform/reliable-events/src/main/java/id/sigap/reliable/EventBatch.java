package id.sigap.reliable;

import id.sigap.events.Event;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    private final Predicate<String> topics;
    private final Inbox inbox;

    EventBatch(List<RawRecord> records, Predicate<String> topics, Inbox inbox) {
        this.records = records;
        this.topics = topics;
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
    public void forEachNew(BiConsumer<E, EventMetadata> handler) {
        handle(heard -> heard.forEach(
                record -> inbox.inItsTrace(record.metadata(), () -> handler.accept(event(record), record.metadata()))));
    }

    /**
     * Hands over what was not handled before, all events of one transaction together: for a listener that locks many rows and does so in
     * an order of its own. A failing batch comes again in halves, each in a transaction of its own.
     *
     * @param handler as for {@link #forEachNew(BiConsumer)}; what it journals belongs to the trace it took up with {@link Trace}
     */
    public void allNew(Consumer<List<Heard<E>>> handler) {
        handle(heard -> handler.accept(heard.stream()
                .map(record -> new Heard<>(event(record), record.metadata()))
                .toList()));
    }

    private void handle(Consumer<List<Incoming.Readable>> handler) {
        inbox.receive(records, handler);
        inbox.look(topics, handler);
    }

    @SuppressWarnings("unchecked") // the topic carries this family: Topic#carries, checked by the contract's tests
    private E event(Incoming.Readable record) {
        return (E) record.event().orElseThrow();
    }

    /** An event and what stands around it. */
    public record Heard<E extends Event>(E event, EventMetadata metadata) {}
}
