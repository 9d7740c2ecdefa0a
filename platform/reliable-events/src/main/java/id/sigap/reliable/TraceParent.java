package id.sigap.reliable;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * W3C trace context, version 00: follows one citizen's report through all services.
 *
 * @param traceId 32 hexadecimal digits, the same all the way
 * @param spanId 16 hexadecimal digits, this step
 */
public record TraceParent(String traceId, String spanId) {

    private static final Pattern FORM = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The header's value read; empty if absent or malformed, as the specification asks. */
    public static Optional<TraceParent> read(String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(header);
        return matcher.matches() ? Optional.of(new TraceParent(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    public static TraceParent root() {
        return new TraceParent(randomHex(16), randomHex(8));
    }

    public TraceParent child() {
        return new TraceParent(traceId, randomHex(8));
    }

    /** As a header: {@code 00-<trace>-<span>-01}. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-01";
    }

    private static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
