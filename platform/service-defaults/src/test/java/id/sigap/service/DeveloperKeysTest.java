package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class DeveloperKeysTest {

    private static final Map<String, String> IN_THE_JAR = Map.of(
            "%dev.sigap.vault.master-key", "published",
            "%test.session.encryption-secret", "published too",
            "%dev.sigap.vault.evidence-directory", "target/evidence");

    @Test
    void aPublishedKey_isFound_andNamed() {
        assertThat(published(Map.of(
                        "sigap.vault.master-key", "published",
                        "session.encryption-secret", "published too",
                        "sigap.vault.evidence-directory", "target/evidence")))
                .containsExactly("session.encryption-secret", "sigap.vault.master-key");
    }

    @Test
    void onesOwnKey_isFine_andSoIsNone() {
        assertThat(published(Map.of("sigap.vault.master-key", "my own"))).isEmpty();
    }

    /** As a service in earnest reads them: the profile is prod, the jar's settings below its own. */
    private static Iterable<String> published(Map<String, String> own) {
        var config = new SmallRyeConfigBuilder()
                .withProfile("prod")
                .addDefaultInterceptors()
                .withSources(
                        new PropertiesConfigSource(IN_THE_JAR, "jar", 250), new PropertiesConfigSource(own, "own", 275))
                .build();
        return DeveloperKeys.published(
                StreamSupport.stream(config.getPropertyNames().spliterator(), false),
                name -> config.getConfigValue(name).getValue());
    }
}
