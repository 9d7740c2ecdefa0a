package id.sigap.service.start;

import id.sigap.service.GivenSecret;
import io.smallrye.common.net.Inet;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What only a deployer can say, and nothing in the build may answer for him: a default that suits a developer's machine would be wrong in silence.
 * Each is declared beside the other settings, {@code sigap.production.needs.<name>=<what to say>}.
 */
final class ProductionSettings {

    private static final String NEEDS = "sigap.production.needs.";

    /** {@code application.properties} inside the jar; what comes from outside ranks above. */
    private static final int ORDINAL_OF_THE_BUILD = 250;

    /** Profiles whose settings stand in the repository, for everybody to read. */
    private static final List<String> PUBLISHED = List.of("%dev.", "%test.");

    private static final String PROXIES = "quarkus.http.proxy.trusted-proxies";
    private static final Pattern SECRET = Pattern.compile(".*(key|secret|password)");

    private final SmallRyeConfig config;

    ProductionSettings(SmallRyeConfig config) {
        this.config = config;
    }

    /** What has to be put right, all of it, each by name and with what to do; never with a value. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        needed().filter(name -> fromOutside(name).isEmpty())
                .forEach(name -> faults.add("%s is not set (or %s): %s"
                        .formatted(
                                name,
                                environmentVariable(name),
                                config.getConfigValue(NEEDS + name).getValue())));
        names().filter(this::isPublishedSecret)
                .map(ProductionSettings::withoutProfile)
                .distinct()
                .forEach(name -> faults.add(
                        "%s is a secret that stands in the repository: make one of your own".formatted(name)));
        needed().filter(this::isUnreadable)
                .forEach(name -> faults.add("%s names a file that can't be read".formatted(name)));
        sharedSecrets()
                .forEach(names -> faults.add("%s are one and the same secret: make each one of its own"
                        .formatted(String.join(" and ", names))));
        fromOutside(PROXIES)
                .filter(proxies -> !areAddresses(proxies))
                .ifPresent(_ -> faults.add(
                        "%s names something that is no address or network: a name is asked of the DNS with each request, and so is an IPv6 address that is not written as a network, ::1/128"
                                .formatted(PROXIES)));
        return faults;
    }

    private static boolean areAddresses(String proxies) {
        return Arrays.stream(proxies.split(","))
                .map(String::strip)
                .allMatch(proxy -> proxy.contains("/")
                        ? Inet.parseCidrAddress(proxy) != null
                        : Inet.parseInet4Address(proxy) != null);
    }

    private Stream<String> needed() {
        return names().filter(name -> name.startsWith(NEEDS)).map(name -> name.substring(NEEDS.length()));
    }

    private Stream<String> names() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .sorted();
    }

    private Optional<String> fromOutside(String name) {
        ConfigValue value = config.getConfigValue(name);
        return Optional.ofNullable(value.getValue())
                .filter(text -> !text.isBlank())
                .filter(_ -> value.getConfigSourceOrdinal() > ORDINAL_OF_THE_BUILD);
    }

    private boolean isPublishedSecret(String published) {
        String name = withoutProfile(published);
        return !name.equals(published)
                && SECRET.matcher(name).matches()
                && secret(name)
                        .filter(secret -> secret.equals(
                                decoded(config.getConfigValue(published).getValue())))
                        .isPresent();
    }

    /** The names of secrets that come to the same, among those a deployer has to give: who knows one would know the other. */
    private Stream<List<String>> sharedSecrets() {
        Map<String, List<String>> named = new TreeMap<>();
        needed().filter(name -> SECRET.matcher(name).matches())
                .forEach(name -> secret(name).ifPresent(secret -> named.computeIfAbsent(secret, _ -> new ArrayList<>())
                        .add(name)));
        return named.values().stream().filter(names -> names.size() > 1);
    }

    /** What a secret from outside comes to; empty if there is none, or its file can't be read. */
    private Optional<String> secret(String name) {
        return fromOutside(name).flatMap(given -> {
            try {
                return Optional.of(decoded(GivenSecret.read(given)));
            } catch (IOException _) {
                return Optional.empty();
            }
        });
    }

    private boolean isUnreadable(String name) {
        return SECRET.matcher(name).matches()
                && fromOutside(name).isPresent()
                && secret(name).isEmpty();
    }

    private static String decoded(String secret) {
        return HexFormat.of().formatHex(GivenSecret.bytes(secret.strip()));
    }

    private static String withoutProfile(String name) {
        return PUBLISHED.stream()
                .filter(name::startsWith)
                .map(profile -> name.substring(profile.length()))
                .findFirst()
                .orElse(name);
    }

    private static String environmentVariable(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
