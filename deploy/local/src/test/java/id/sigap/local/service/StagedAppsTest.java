package id.sigap.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class StagedAppsTest {

    @TempDir
    private Path repository;

    private Path build;
    private Apps apps;

    @BeforeEach
    void aBuild() throws IOException {
        build = repository.resolve("ticket-service/target/quarkus-app");
        Files.createDirectories(build.resolve("lib"));
        Files.writeString(build.resolve("lib/some.jar"), "one");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, "1.2.3");
        try (OutputStream file = Files.newOutputStream(build.resolve("quarkus-run.jar"));
                JarOutputStream jar = new JarOutputStream(file, manifest)) {
            jar.finish();
        }
        apps = new StagedApps(repository, repository.resolve("staged"));
    }

    @Test
    void whatRuns_isACopy_thatTheNextBuildDoesNotTouch() throws IOException {
        // Given
        App app = apps.of(Service.TICKET);
        // When
        Files.writeString(build.resolve("lib/some.jar"), "two");
        // Then
        assertThat(app.runner().resolveSibling("lib/some.jar")).hasContent("one");
        assertThat(app.version()).startsWith("1.2.3 ");
    }

    @Test
    void theSameBuild_isCopiedOnce_andKeepsItsCache() throws IOException {
        // Given
        Path cache = apps.missingCache(Service.TICKET).orElseThrow();
        // When
        Files.writeString(cache, "learnt");
        // Then
        assertThat(apps.of(Service.TICKET).aotCache()).contains(cache);
        assertThat(apps.missingCache(Service.TICKET)).isEmpty();
    }

    @Test
    void anotherBuild_needsAnotherCache_andReplacesTheCopy() throws IOException {
        // Given
        App before = apps.of(Service.TICKET);
        Files.writeString(apps.missingCache(Service.TICKET).orElseThrow(), "learnt");
        // When
        Files.writeString(build.resolve("lib/some.jar"), "another");
        App after = apps.of(Service.TICKET);
        // Then
        assertThat(after.aotCache()).isEmpty();
        assertThat(after.runner().resolveSibling("lib/some.jar")).hasContent("another");
        assertThat(before.runner()).doesNotExist();
    }

    @Test
    void aBuildThatReplacesAnother_startsAtOnce_andIsTrainedWhenItStartsAgain() throws IOException {
        // Given
        apps.of(Service.TICKET);
        // When
        Files.writeString(build.resolve("lib/some.jar"), "another");
        // Then
        assertThat(apps.missingCache(Service.TICKET)).isEmpty();
        Apps nextTime = new StagedApps(repository, repository.resolve("staged"));
        assertThat(nextTime.missingCache(Service.TICKET)).isPresent();
    }

    @Test
    void aFailedTraining_isNotRepeated() {
        // When
        apps.giveUpCache(Service.TICKET);
        // Then
        assertThat(apps.missingCache(Service.TICKET)).isEmpty();
        assertThat(apps.of(Service.TICKET).aotCache()).isEmpty();
    }
}
