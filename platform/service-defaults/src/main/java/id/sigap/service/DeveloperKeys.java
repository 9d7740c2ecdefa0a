package id.sigap.service;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** A service in earnest doesn't start with a key that stands in this repository, as the setting of a developer's machine or of a test. */
@ApplicationScoped
class DeveloperKeys {

    private static final List<String> OURS = List.of("%dev.", "%test.");
    private static final List<String> SECRETS = List.of("key", "secret", "password");

    void start(@Observes StartupEvent event, Config config) {
        if (LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        List<String> published = published(
                StreamSupport.stream(config.getPropertyNames().spliterator(), false),
                name -> config.getConfigValue(name).getValue());
        if (!published.isEmpty()) {
            throw new IllegalStateException(
                    "These settings have the values that are published for a developer's machine;" + " make your own: "
                            + String.join(", ", published));
        }
    }

    /** Secrets whose value is the one of a developer's profile. @param value of a setting; null without one */
    static List<String> published(Stream<String> names, Function<String, String> value) {
        return names.flatMap(name -> OURS.stream()
                        .filter(name::startsWith)
                        .map(profile -> name.substring(profile.length()))
                        .filter(DeveloperKeys::isSecret)
                        .filter(setting ->
                                value.apply(name) != null && value.apply(name).equals(value.apply(setting))))
                .distinct()
                .sorted()
                .toList();
    }

    private static boolean isSecret(String setting) {
        String name = setting.toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(name::endsWith);
    }
}
