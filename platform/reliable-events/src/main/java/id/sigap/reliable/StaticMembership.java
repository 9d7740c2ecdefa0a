package id.sigap.reliable;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Kafka's static membership: a replica that has a name joins its groups by it, and is given the partitions it had when it comes back before its
 * session has ended.
 *
 * <p>If another process joins by the same name, the broker fences this one: it refuses its commits and its heartbeats. Of a refused heartbeat
 * Kafka's client tells by a failing poll; SmallRye (4.33) polls again a second later, and the client then joins again and fences the other in
 * turn, for ever. So a replica that learns that its name is taken ends at once.
 */
@ApplicationScoped
class StaticMembership implements ClientCustomizer<Map<String, Object>> {

    private static final Logger LOG = Logger.getLogger(StaticMembership.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ReplicaConfig replica;
    private final Map<String, Object> kafka;
    private final Halt halt;
    private volatile boolean stopping;

    StaticMembership(ReplicaConfig replica, @Identifier("default-kafka-broker") Map<String, Object> kafka, Halt halt) {
        this.replica = replica;
        this.kafka = kafka;
        this.halt = halt;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Only consumers of the service's own groups have an inbox; the others read for themselves, in groups of their own. */
    @Override
    public Map<String, Object> customize(String channel, Config settings, Map<String, Object> client) {
        boolean inbox = client.containsKey(ConsumerConfig.GROUP_ID_CONFIG)
                && settings.getOptionalValue("batch", Boolean.class).orElse(false);
        if (inbox) {
            // a process may have several consumers in one group: the client's id tells them apart
            replica.name()
                    .ifPresent(name -> client.put(
                            ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                            name + "." + client.get(ConsumerConfig.CLIENT_ID_CONFIG)));
        }
        return client;
    }

    /** To be called when a commit was refused. */
    void endIfFenced(Throwable refusal) {
        if (refusal instanceof FencedInstanceIdException) {
            end("its commit was refused");
        }
    }

    /**
     * To be called when partitions are taken away: a consumer whose heartbeat was refused hasn't joined again by then. One that has no partitions
     * hears nothing, and has nothing to lose.
     */
    void endIfTakenOver(Consumer<?, ?> consumer) {
        ConsumerGroupMetadata self = consumer.groupMetadata();
        if (stopping || self.groupInstanceId().isEmpty()) {
            return;
        }
        try {
            holder(self)
                    .filter(other -> !other.consumerId().equals(self.memberId()))
                    .ifPresent(other -> end("its place in group %s is now that of a process at %s"
                            .formatted(self.groupId(), other.host())));
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            // it joins again; if the name is another's, that one looks in turn
            LOG.warnf(
                    "could not ask who is called %s in group %s: %s",
                    self.groupInstanceId().get(), self.groupId(), e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(String symptom) {
        halt.now(
                "another process is called %s (%s): this one ends, so that one of them is left; every replica needs a name of its own (sigap.replica.name)"
                        .formatted(replica.name().orElse("the same"), symptom));
    }

    private Optional<MemberDescription> holder(ConsumerGroupMetadata self)
            throws ExecutionException, TimeoutException, InterruptedException {
        try (Admin admin = Admin.create(kafka)) {
            return admin
                    .describeConsumerGroups(List.of(self.groupId()))
                    .describedGroups()
                    .get(self.groupId())
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .members()
                    .stream()
                    .filter(member -> member.groupInstanceId().equals(self.groupInstanceId()))
                    .findFirst();
        }
    }
}
