package id.sigap.infrastructure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback address. */
public final class Ports {

    private static final int LOWEST = 20_000;
    /** Of Linux' net.ipv4.ip_local_port_range; other systems begin higher. */
    private static final int BELOW_CONNECTIONS = 32_768;

    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /**
     * A port nobody listens on now, and which was given to nobody else here. It lies below those that systems give to connections, so that none
     * of them takes it before the caller does.
     */
    public static int free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, BELOW_CONNECTIONS)
                .filter(port -> GIVEN.add(port) && isFree(port))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** The given port, or a free one where it is 0. */
    static int orFree(int port) {
        return port == 0 ? free() : port;
    }

    /**
     * Makes sure that a port can be taken.
     *
     * @param owner who wants it, as the person knows it: {@code intake-service}
     * @throws PortTaken if somebody listens there already
     */
    public static void requireFree(String owner, int port) {
        try (var socket = new ServerSocket()) {
            // a port in TIME_WAIT after a restart is free for those who listen
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException _) {
            throw new PortTaken(owner, port);
        }
    }

    /** Somebody else listens on a port that is needed. */
    public static final class PortTaken extends RuntimeException {
        PortTaken(String owner, int port) {
            super("Port " + port + ", wanted by " + owner
                    + ", is taken. Stop the program that listens there or configure another port.");
        }
    }
}
