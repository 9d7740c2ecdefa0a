package id.sigap.infrastructure;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a broker is to run.
 *
 * @param dataDir its own folder: log segments, settings, {@code broker.log}; kept when it ends
 * @param port for clients, 0 for a free one
 * @param controllerPort for the broker's own controller, 0 for a free one
 * @param security who gets in
 * @param flushed true: a record is on disk before it is acknowledged, as a broker without replicas must; false: faster, and what the power
 *     cut takes is gone
 * @param heapMegabytes of the child JVM
 * @param extra Kafka's own settings on top, by their names
 */
public record BrokerSettings(
        Path dataDir,
        int port,
        int controllerPort,
        Security security,
        boolean flushed,
        int heapMegabytes,
        Map<String, String> extra) {

    private static final int HEAP_MEGABYTES = 384;

    public BrokerSettings {
        dataDir = dataDir.toAbsolutePath();
        extra = Map.copyOf(extra);
    }

    /** Free ports, no security, durable. */
    public static BrokerSettings in(Path dataDir) {
        return new BrokerSettings(dataDir, 0, 0, Security.none(), true, HEAP_MEGABYTES, Map.of());
    }

    public BrokerSettings onPorts(int port, int controllerPort) {
        return new BrokerSettings(dataDir, port, controllerPort, security, flushed, heapMegabytes, extra);
    }

    public BrokerSettings securedBy(Security security) {
        return new BrokerSettings(dataDir, port, controllerPort, security, flushed, heapMegabytes, extra);
    }

    /** Whether a record is on disk before it is acknowledged. Without, it is faster, and for tests that don't cut the power. */
    public BrokerSettings flushed(boolean flushed) {
        return new BrokerSettings(dataDir, port, controllerPort, security, flushed, heapMegabytes, extra);
    }

    public BrokerSettings heapMegabytes(int megabytes) {
        return new BrokerSettings(dataDir, port, controllerPort, security, flushed, megabytes, extra);
    }

    /** Sets one of Kafka's own settings. */
    public BrokerSettings with(String key, String value) {
        var more = new LinkedHashMap<>(extra);
        more.put(key, value);
        return new BrokerSettings(dataDir, port, controllerPort, security, flushed, heapMegabytes, more);
    }

    BrokerSettings withPortsChosen() {
        return onPorts(Ports.orFree(port), Ports.orFree(controllerPort));
    }

    /** The lines of server.properties. */
    Map<String, String> properties() {
        var lines = new LinkedHashMap<String, String>();
        lines.put("process.roles", "broker,controller");
        lines.put("node.id", "1");
        lines.put("listeners", "BROKER://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        lines.put("advertised.listeners", "BROKER://localhost:" + port);
        lines.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        lines.put("inter.broker.listener.name", "BROKER");
        lines.put("controller.listener.names", "CONTROLLER");
        lines.put("log.dirs", dataDir.resolve("log").toString());
        lines.put("auto.create.topics.enable", "false");
        lines.put("log.retention.ms", "-1");
        // after kill -9 the controller must notice soon that the old session is dead, or the restart waits 15 s
        lines.put("broker.session.timeout.ms", "2000");
        lines.put("broker.heartbeat.interval.ms", "500");
        lines.put("group.initial.rebalance.delay.ms", "0");
        if (flushed) {
            lines.put("log.flush.interval.messages", "1");
        }
        singleReplica(lines);
        smallFootprint(lines);
        lines.putAll(security.brokerProperties());
        lines.putAll(extra);
        return lines;
    }

    private static void singleReplica(Map<String, String> lines) {
        lines.put("default.replication.factor", "1");
        lines.put("min.insync.replicas", "1");
        lines.put("offsets.topic.replication.factor", "1");
        lines.put("transaction.state.log.replication.factor", "1");
        lines.put("transaction.state.log.min.isr", "1");
        lines.put("share.coordinator.state.topic.replication.factor", "1");
        lines.put("share.coordinator.state.topic.min.isr", "1");
    }

    private static void smallFootprint(Map<String, String> lines) {
        lines.put("offsets.topic.num.partitions", "4");
        lines.put("transaction.state.log.num.partitions", "4");
        lines.put("num.network.threads", "2");
        lines.put("num.io.threads", "4");
        lines.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        lines.put("log.index.size.max.bytes", Integer.toString(1 << 20));
    }
}
