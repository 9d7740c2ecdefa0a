package id.sigap.intake.pace;

import io.quarkus.websockets.next.HandshakeRequest;
import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who comes, and from where: from the connection's other end, or where that is a proxy that is trusted, from what that proxy saw. A proxy adds
 * what it saw at the end of the header; whatever stands before was written by somebody whom it may have been told to believe, or by anybody.
 */
@ApplicationScoped
public class Visitors {

    private static final String SEEN = "X-Forwarded-For";
    /** Some proxies say the port, too: then an address of IPv6 stands in brackets. */
    private static final Pattern PORT = Pattern.compile("^(?:(?<v4>[0-9.]+)|\\[(?<v6>[^\\]]*)])(?::[0-9]*)?$");

    private final List<CidrAddress> proxies;

    Visitors(@ConfigProperty(name = "quarkus.http.proxy.trusted-proxies") Optional<List<String>> proxies) {
        this.proxies = proxies.orElse(List.of()).stream()
                .map(Visitors::network)
                .filter(Objects::nonNull) // a name: production refuses to start with one
                .toList();
    }

    /** @param proof of work; null or blank without */
    public Visitor of(HttpServerRequest request, String proof) {
        SocketAddress end = request.connection().remoteAddress();
        return Visitor.from(reader(end.hostAddress(), request.headers().getAll(SEEN)), proof);
    }

    /** Of a socket, by the request that opened it. */
    public Visitor of(HandshakeRequest handshake, String proof) {
        String end = handshake.remoteAddress();
        int port = end.lastIndexOf(':');
        return Visitor.from(reader(port < 0 ? end : end.substring(0, port), handshake.headers(SEEN)), proof);
    }

    /** @param seen the header's values, in their order */
    String reader(String end, List<String> seen) {
        List<String> way = seen.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        Optional<InetAddress> reader = address(end);
        for (int hop = way.size() - 1;
                hop >= 0 && reader.filter(this::isTrusted).isPresent();
                hop--) {
            Optional<InetAddress> before = address(way.get(hop));
            if (before.isEmpty()) {
                break;
            }
            reader = before;
        }
        return reader.map(InetAddress::getHostAddress).orElse(end);
    }

    private boolean isTrusted(InetAddress hop) {
        return proxies.stream().anyMatch(proxy -> proxy.matches(hop));
    }

    private static Optional<InetAddress> address(String hop) {
        try {
            return Optional.of(InetAddress.ofLiteral(PORT.matcher(hop).replaceFirst("${v4}${v6}")));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static CidrAddress network(String proxy) {
        String written = proxy.strip();
        if (written.contains("/")) {
            return Inet.parseCidrAddress(written);
        }
        InetAddress address = Inet.parseInetAddress(written);
        return address == null ? null : CidrAddress.create(address, address.getAddress().length * Byte.SIZE);
    }
}
