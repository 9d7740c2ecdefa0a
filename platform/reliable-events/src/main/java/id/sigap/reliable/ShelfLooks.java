package id.sigap.reliable;

import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Hands every listener an empty batch now and then, between those from Kafka: a dead letter that somebody replays is handled within a
 * moment, by the listener itself and in its transaction, though nothing else comes. Replicas look at the same shelf; a record is one's.
 */
@ApplicationScoped
class ShelfLooks implements PublisherDecorator {

    private static final String CHANNEL = "mp.messaging.incoming.";
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

    private final InboxConfig inbox;
    private final Config config;

    ShelfLooks(InboxConfig inbox, Config config) {
        this.inbox = inbox;
        this.config = config;
    }

    @Override
    public Multi<? extends Message<?>> decorate(
            Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
        String channel = channels.getFirst();
        if (!isConnector || !hearsBatches(channel)) {
            return publisher;
        }
        Look look = new Look(topicsOf(channel));
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

    /** Who takes single records has no inbox. */
    private boolean hearsBatches(String channel) {
        return config.getOptionalValue(CHANNEL + channel + ".batch", Boolean.class)
                .or(() -> config.getOptionalValue(CONNECTOR + "batch", Boolean.class))
                .orElse(false);
    }

    private Predicate<String> topicsOf(String channel) {
        String topic = config.getOptionalValue(CHANNEL + channel + ".topic", String.class)
                .orElse(channel);
        boolean pattern = config.getOptionalValue(CHANNEL + channel + ".pattern", Boolean.class)
                .orElse(false);
        return pattern ? Pattern.compile(topic).asMatchPredicate() : Set.of(topic)::contains;
    }
}
