package id.sigap.faults.fault;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packets that don't arrive. Only in a network of our own: nobody else's packets are touched. */
final class NetworkFaults {

    private static final Duration CUT = Duration.ofSeconds(7);
    private static final String TABLE = "sigap_faults";

    private NetworkFaults() {}

    static List<Fault> all() {
        return List.of(
                cut(
                        "broker-packets-dropped",
                        "the broker's port is silent: packets are dropped",
                        Target.BROKER,
                        "drop"),
                cut(
                        "broker-port-rejected",
                        "the broker's port refuses every packet",
                        Target.BROKER,
                        "reject with tcp reset"),
                cut(
                        "database-packets-dropped",
                        "PostgreSQL's port is silent: packets are dropped",
                        Target.DATABASE,
                        "drop"),
                cut(
                        "database-port-rejected",
                        "PostgreSQL's port refuses every packet",
                        Target.DATABASE,
                        "reject with tcp reset"));
    }

    private static Fault cut(String name, String meaning, Target target, String verdict) {
        return new Fault(name, meaning, Set.of(target), NetworkFaults::hindrance, (site, _) -> {
            var ports = site.stack().description().ports();
            int port = target == Target.BROKER ? ports.kafka() : ports.postgres();
            String chain = TABLE + "_" + name.replace('-', '_');
            nft("add table inet " + chain);
            try {
                nft("add chain inet %s in { type filter hook input priority 0 ; }".formatted(chain));
                nft("add rule inet %s in tcp dport %d %s".formatted(chain, port, verdict));
                Lasting.of(CUT);
            } finally {
                nft("delete table inet " + chain);
            }
        });
    }

    private static Optional<String> hindrance(Site site) {
        if (!OwnNamespace.isInside()) {
            return Optional.of("needs a network of its own (Linux, root, unshare and ip)");
        }
        try {
            nft("list tables");
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("needs nft: ./sigap tools --all --install gets Debian's nftables");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
    }

    private static void nft(String statement) throws IOException, InterruptedException {
        Process nft =
                new ProcessBuilder("nft", statement).redirectErrorStream(true).start();
        String said = new String(nft.getInputStream().readAllBytes());
        if (nft.waitFor() != 0) {
            throw new IOException("nft " + statement + ": " + said.strip());
        }
    }
}
