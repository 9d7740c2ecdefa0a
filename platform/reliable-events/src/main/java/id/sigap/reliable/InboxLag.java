package id.sigap.reliable;

import id.sigap.lag.ConsumerLag;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far this service's groups are behind Kafka. */
@ApplicationScoped
public class InboxLag {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** A record is handled, and its offset committed, in less. */
    private static final Duration UNDER_WAY = Duration.ofMillis(300);

    private final Map<String, Object> kafka;
    private final Set<String> groups;

    InboxLag(@Identifier("default-kafka-broker") Map<String, Object> kafka, Channels channels) {
        this.kafka = kafka;
        this.groups = channels.groups();
    }

    /** Whether there is something this service has yet to hear; where Kafka doesn't say, there may be. */
    public boolean isBehind() {
        try (ConsumerLag lag = asking()) {
            return byTopic(lag).values().stream().anyMatch(records -> records > 0);
        } catch (ExecutionException | TimeoutException | KafkaException _) {
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** A client to ask with; the caller closes it. */
    ConsumerLag asking() {
        return new ConsumerLag(kafka, PATIENCE);
    }

    /** Records on Kafka that are yet to be handled. */
    Map<String, Long> byTopic(ConsumerLag lag) throws ExecutionException, TimeoutException, InterruptedException {
        Map<String, Long> byTopic = new TreeMap<>();
        for (String group : groups) {
            for (Map.Entry<TopicPartition, Long> one :
                    lag.after(UNDER_WAY, group).entrySet()) {
                byTopic.merge(one.getKey().topic(), one.getValue(), Long::sum);
            }
        }
        return byTopic;
    }
}
