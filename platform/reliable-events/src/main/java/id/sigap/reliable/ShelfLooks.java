package id.sigap.reliable;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hands every listener an empty batch now and then, between those from Kafka: a dead letter that somebody replays is handled within a
 * moment, by the listener itself and in its transaction, though nothing else comes. Replicas look at the same shelf; a record is one's.
 */
@ApplicationScoped
class ShelfLooks implements PublisherDecorator {

    private final InboxConfig inbox;
    private final Channels channels;

    ShelfLooks(InboxConfig inbox, Channels channels) {
        this.inbox = inbox;
        this.channels = channels;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> names, boolean isConnector) {
        String channel = names.getFirst();
        if (!isConnector || !channels.hearsBatches(channel)) {
            return publisher;
        }
        Look look = new Look(channels.topicsOf(channel));
        Multi<Message<?>> batches = publisher.map(message -> message);
        Multi<Message<?>> looks = Multi.createFrom()
                .ticks()
                .every(inbox.lookEvery())
                .onOverflow()
                .drop()
                .map(_ -> Message.of(look));
        // one of each at a time: more would pile up batches in memory behind the consumer's back
        return Multi.createBy().merging().withConcurrency(2).withRequests(1).streams(List.of(batches, looks));
    }
}
