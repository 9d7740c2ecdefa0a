package id.sigap.infrastructure;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** A Kafka broker of its own, on the loopback address, in a child process. Its data folder outlives it. */
public final class KafkaBroker implements AutoCloseable {

    private static final String ANY_HOST = "*";

    private final BrokerSettings settings;
    private final BrokerProcess process;

    private KafkaBroker(BrokerSettings settings) {
        this.settings = settings;
        this.process = new BrokerProcess(settings);
    }

    /**
     * Starts a broker and waits until it answers. An empty data folder is formatted first.
     *
     * @throws InfrastructureException if it doesn't come up
     */
    public static KafkaBroker start(BrokerSettings settings) {
        var broker = new KafkaBroker(settings.withPortsChosen());
        broker.revive();
        return broker;
    }

    /**
     * Starts it again over the same data and on the same ports, after it was stopped or killed.
     *
     * @throws InfrastructureException if it doesn't come up
     */
    public void revive() {
        process.start();
        try (var admin = admin()) {
            answer(admin.describeCluster().nodes());
        } catch (RuntimeException e) {
            process.kill();
            throw e;
        }
    }

    /** Where clients connect. */
    public String bootstrapServers() {
        return "localhost:" + settings.port();
    }

    /** What the administrator's client needs, bootstrap servers included. */
    public Map<String, String> adminProperties() {
        return connecting(settings.security().adminProperties());
    }

    /** What a client of this user needs, bootstrap servers included. */
    public Map<String, String> clientProperties(KafkaUser user) {
        return connecting(settings.security().clientProperties(user));
    }

    private Map<String, String> connecting(Map<String, String> login) {
        var properties = new HashMap<>(login);
        properties.put("bootstrap.servers", bootstrapServers());
        return Map.copyOf(properties);
    }

    /** Makes the topics that aren't there yet, and brings the settings of those that are up to date. */
    public void createTopics(Collection<TopicSpec> topics) {
        createTopics(adminProperties(), topics);
    }

    /**
     * The same for any broker, such as one in a container.
     *
     * @param adminProperties of a client that may create topics
     */
    public static void createTopics(Map<String, String> adminProperties, Collection<TopicSpec> topics) {
        var wanted = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.config()))
                .toList();
        try (var admin = Admin.create(Map.<String, Object>copyOf(adminProperties))) {
            admin.createTopics(wanted).values().values().forEach(KafkaBroker::answerUnlessThere);
            answer(admin.incrementalAlterConfigs(
                            topics.stream().collect(Collectors.toMap(KafkaBroker::resource, KafkaBroker::settings)))
                    .all());
        }
    }

    /** Lets the user read the topics and keep its place with any group whose name starts with the prefix. */
    public void allowRead(KafkaUser user, String groupPrefix, Collection<String> topics) {
        grant(user, ResourceType.TOPIC, PatternType.LITERAL, topics, List.of(AclOperation.READ, AclOperation.DESCRIBE));
        grant(user, ResourceType.GROUP, PatternType.PREFIXED, List.of(groupPrefix), List.of(AclOperation.READ));
    }

    /** Lets the user read one topic. */
    public void allowRead(KafkaUser user, String topic, String groupPrefix) {
        allowRead(user, groupPrefix, List.of(topic));
    }

    /** Lets the user write to the topic, idempotently too. */
    public void allowWrite(KafkaUser user, String topic) {
        allowWrite(user, List.of(topic));
    }

    /** Lets the user write to the topics, idempotently too. */
    public void allowWrite(KafkaUser user, Collection<String> topics) {
        grant(
                user,
                ResourceType.TOPIC,
                PatternType.LITERAL,
                topics,
                List.of(AclOperation.WRITE, AclOperation.DESCRIBE));
    }

    private void grant(
            KafkaUser user,
            ResourceType type,
            PatternType pattern,
            Collection<String> names,
            List<AclOperation> operations) {
        Function<String, List<AclBinding>> bindings = name -> operations.stream()
                .map(operation -> new AclBinding(
                        new ResourcePattern(type, name, pattern),
                        new AccessControlEntry("User:" + user.name(), ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
        var all = names.stream().flatMap(name -> bindings.apply(name).stream()).collect(Collectors.toSet());
        try (var admin = admin()) {
            answer(admin.createAcls(all).all());
        }
    }

    /** A client that may do everything; to be closed by who asks. */
    public Admin admin() {
        return Admin.create(Map.<String, Object>copyOf(adminProperties()));
    }

    /** The child's process id. */
    public long pid() {
        return process.pid();
    }

    /** Ends it in good order. */
    public void stop() {
        process.stop();
    }

    /** Ends it like a crash: kill -9. */
    public void kill() {
        process.kill();
    }

    /** It stands still and answers nobody, until {@link #resume}. */
    public void suspend() {
        new ProcessTree(process.pid()).suspend();
    }

    public void resume() {
        new ProcessTree(process.pid()).resume();
    }

    /** Stops it, unless it is already down, and starts it again. */
    public void restart() {
        stop();
        revive();
    }

    @Override
    public void close() {
        stop();
    }

    private static ConfigResource resource(TopicSpec topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
    }

    private static Collection<AlterConfigOp> settings(TopicSpec topic) {
        return topic.config().entrySet().stream()
                .map(setting -> new AlterConfigOp(
                        new ConfigEntry(setting.getKey(), setting.getValue()), AlterConfigOp.OpType.SET))
                .toList();
    }

    private static void answerUnlessThere(KafkaFuture<Void> created) {
        try {
            answer(created);
        } catch (InfrastructureException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new InfrastructureException(
                    "the Kafka broker refused: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while waiting for the Kafka broker", e);
        }
    }
}
