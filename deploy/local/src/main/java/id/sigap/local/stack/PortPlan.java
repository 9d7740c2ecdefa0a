package id.sigap.local.stack;

import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Who listens where: every port is the base plus a fixed number below {@value #WIDTH}, so two checkouts keep apart by their bases.
 *
 * @param base the first port of the range
 * @param replicas how many of each service there are to listen
 */
public record PortPlan(int base, int replicas) {

    public static final int DEFAULT_BASE = 8100;
    public static final int WIDTH = 100;

    /** Between a port of one replica and the same of the next. */
    private static final int REPLICA_STEP = 40;

    // below the range that Linux and macOS hand out to outgoing connections
    private static final int LOWEST_FREE_BASE = 12_000;
    private static final int HIGHEST_FREE_BASE = 32_000;

    /** @throws IllegalArgumentException if the range isn't between 1024 and 65535, or there are too few or too many replicas */
    public PortPlan {
        if (base < 1024 || base + WIDTH > 65_536) {
            throw new IllegalArgumentException("the port base must be between 1024 and " + (65_536 - WIDTH));
        }
        if (replicas < 1 || replicas > Replica.MOST) {
            throw new IllegalArgumentException("a service can run 1 to " + Replica.MOST + " times, not " + replicas);
        }
    }

    /** With one of each service. */
    public PortPlan(int base) {
        this(base, 1);
    }

    /** The same range for another number of replicas. */
    public PortPlan replicas(int count) {
        return new PortPlan(base, count);
    }

    /** A plan whose ports are all free at this moment. */
    public static PortPlan free() {
        while (true) {
            int base = ThreadLocalRandom.current().nextInt(LOWEST_FREE_BASE / WIDTH, HIGHEST_FREE_BASE / WIDTH) * WIDTH;
            PortPlan plan = new PortPlan(base, Replica.MOST);
            if (plan.taken().isEmpty()) {
                return plan.replicas(1);
            }
        }
    }

    public int http(Replica replica) {
        return base + 1 + offset(replica);
    }

    /** Health and metrics, apart from what the public reaches. */
    public int management(Replica replica) {
        return base + 11 + offset(replica);
    }

    private static int offset(Replica replica) {
        return (replica.number() - 1) * REPLICA_STEP + replica.service().ordinal();
    }

    public int identity() {
        return base + 20;
    }

    public int smtp() {
        return base + 25;
    }

    public int mailbox() {
        return base + 26;
    }

    public int postgres() {
        return base + 32;
    }

    public int kafka() {
        return base + 92;
    }

    public int kafkaController() {
        return base + 93;
    }

    /** For a debugger of the service that is worked on; not among {@link #all}, which everybody needs. */
    public int debugger() {
        return base + 80;
    }

    /** Every port by what it is for. */
    public Map<String, Integer> all() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            for (Replica replica : Replica.of(service, replicas)) {
                ports.put(replica.id(), http(replica));
                ports.put(replica.id() + " (management)", management(replica));
            }
        }
        ports.put("identity provider", identity());
        ports.put("mail server", smtp());
        ports.put("mailbox", mailbox());
        ports.put("PostgreSQL", postgres());
        ports.put("Kafka", kafka());
        ports.put("Kafka controller", kafkaController());
        return ports;
    }

    /** The ports of this plan that somebody else listens on. */
    public Map<String, Integer> taken() {
        Map<String, Integer> taken = new LinkedHashMap<>(all());
        taken.values().removeIf(PortPlan::isFree);
        return taken;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a closed connection's TIME_WAIT is no listener
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
