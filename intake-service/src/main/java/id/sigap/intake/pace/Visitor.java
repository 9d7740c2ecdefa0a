package id.sigap.intake.pace;

import id.sigap.text.TypedText;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Somebody nobody knows.
 *
 * @param network where they come from: an IPv4 address, or the 64 bits of IPv6 that a household is given
 * @param proof of work, as it was sent
 */
public record Visitor(String network, Optional<String> proof) {

    /** The header that carries a proof of work. */
    public static final String PROOF = "Sigap-Proof";

    private static final int NETWORK_BYTES = 8;

    /** @param address as text, without a port */
    public static Visitor from(String address, String proof) {
        return new Visitor(networkOf(address), Optional.ofNullable(proof).filter(sent -> !TypedText.isBlank(sent)));
    }

    private static String networkOf(String address) {
        try {
            InetAddress read = InetAddress.ofLiteral(address.replaceFirst("%.*", ""));
            return read instanceof Inet6Address
                    ? InetAddress.getByAddress(Arrays.copyOf(
                                            Arrays.copyOf(read.getAddress(), NETWORK_BYTES), read.getAddress().length))
                                    .getHostAddress()
                            + "/64"
                    : read.getHostAddress();
        } catch (IllegalArgumentException | UnknownHostException _) {
            return address; // a name, as a local socket has
        }
    }
}
