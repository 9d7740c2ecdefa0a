package id.sigap.bench.peer;

import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.TopicSpec;
import id.sigap.local.StackFailed;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;

/** Kafka's own producer test, with the settings of our relay: acknowledged by all, idempotent, large batches. */
public final class ProducerTest {

    private static final String TOPIC = "producer-test";
    private static final Pattern SPEED = Pattern.compile("records sent, ([0-9.]+) records/sec");

    private final KafkaBroker broker;
    private final int partitions;
    private final Path folder;

    public ProducerTest(KafkaBroker broker, int partitions, Path folder) {
        this.broker = broker;
        this.partitions = partitions;
        this.folder = folder;
    }

    /** One round in a JVM of its own, which leaves nothing in the broker. @return records per second */
    public double run(int records, int recordBytes) {
        broker.createTopics(List.of(TopicSpec.kept(TOPIC, partitions)));
        String said = Program.run(
                folder,
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.apache.kafka.tools.ProducerPerformance",
                        "--topic",
                        TOPIC,
                        "--num-records",
                        Integer.toString(records),
                        "--record-size",
                        Integer.toString(recordBytes),
                        "--throughput",
                        "-1",
                        "--producer-props",
                        "bootstrap.servers=" + broker.bootstrapServers(),
                        "acks=all",
                        "enable.idempotence=true",
                        "batch.size=131072",
                        "linger.ms=5"));
        deleteTopic();
        return SPEED.matcher(said)
                .results()
                .map(match -> Double.parseDouble(match.group(1)))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new StackFailed("the producer test says nothing of its speed: " + said));
    }

    private void deleteTopic() {
        try (Admin admin = broker.admin()) {
            admin.deleteTopics(List.of(TOPIC)).all().get();
        } catch (ExecutionException e) {
            throw new StackFailed("Kafka doesn't delete " + TOPIC, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted", e);
        }
    }
}
