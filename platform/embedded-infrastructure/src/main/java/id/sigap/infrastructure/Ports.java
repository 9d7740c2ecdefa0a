package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /** A port nobody listens on now. Another process may take it before the caller does. */
    public static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
