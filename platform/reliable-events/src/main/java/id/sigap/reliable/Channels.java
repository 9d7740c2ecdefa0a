package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The incoming channels as they are configured. */
@ApplicationScoped
class Channels {

    private static final String CHANNEL = "mp.messaging.incoming.";
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

    private final Config config;

    Channels(Config config) {
        this.config = config;
    }

    /** Whether it hands over batches; who takes single records has no inbox. */
    boolean hearsBatches(String channel) {
        return setting(channel, "batch").map(Boolean::valueOf).orElse(false);
    }

    Predicate<String> topicsOf(String channel) {
        String topic = setting(channel, "topic").orElse(channel);
        boolean pattern = setting(channel, "pattern").map(Boolean::valueOf).orElse(false);
        return pattern ? Pattern.compile(topic).asMatchPredicate() : Set.of(topic)::contains;
    }

    /** The consumer groups of all channels that hand over batches. */
    Set<String> groups() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith(CHANNEL) && name.endsWith(".connector"))
                .map(name -> name.substring(CHANNEL.length(), name.length() - ".connector".length()))
                .filter(this::hearsBatches)
                .flatMap(channel -> setting(channel, "group.id").stream())
                .collect(Collectors.toSet());
    }

    private Optional<String> setting(String channel, String name) {
        return config.getOptionalValue(CHANNEL + channel + "." + name, String.class)
                .or(() -> config.getOptionalValue(CONNECTOR + name, String.class));
    }
}
