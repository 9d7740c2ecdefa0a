package id.sigap.local.build;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.local.service.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("quick")
class SourceTreeTest {

    private static final FileTime WRITTEN = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-02T00:00:00Z"));

    @TempDir
    private Path repository;

    private SourceTree sources;

    @BeforeEach
    void aRepository_whereEverythingIsBuilt() throws IOException {
        sources = new SourceTree(repository);
        file("pom.xml");
        file("event-contracts/src/main/java/Event.java");
        file("platform/reliable-events/src/main/java/Journal.java");
        file("platform/test-support/src/main/java/Support.java");
        for (Service service : Service.values()) {
            file(service.id() + "/src/main/java/Resource.java");
            file(service.id() + "/src/test/java/ResourceTest.java");
            file(service.id() + "/target/quarkus-app/quarkus-run.jar");
        }
        try (Stream<Path> all = Files.walk(repository)) {
            all.forEach(path -> setTime(path, WRITTEN));
        }
        for (Service service : Service.values()) {
            sources.builtAsOf(service, BUILT);
        }
    }

    private Path file(String name) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "");
    }

    private static void setTime(Path path, FileTime time) {
        try {
            Files.setLastModifiedTime(path, time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingChanged_nothingIsStale() {
        assertThat(sources.stale()).isEmpty();
    }

    @Test
    void anEditedService_aloneIsStale() throws IOException {
        file("ticket-service/src/main/java/Resource.java");
        assertThat(sources.stale()).containsExactly(Service.TICKET);
    }

    @Test
    void aDeletedFile_makesItsServiceStale() throws IOException {
        Files.delete(repository.resolve("sla-monitor/src/main/java/Resource.java"));
        assertThat(sources.stale()).containsExactly(Service.SLA);
    }

    @Test
    void aServiceThatWasNeverBuilt_isStale() throws IOException {
        Files.delete(sources.built(Service.INTAKE));
        assertThat(sources.stale()).containsExactly(Service.INTAKE);
    }

    @Test
    void whatAllShare_makesAllStale() throws IOException {
        file("platform/reliable-events/src/main/java/Journal.java");
        assertThat(sources.stale()).containsExactly(Service.values());
    }

    @Test
    void testsAndWhatOnlyTestsUse_makeNothingStale() throws IOException {
        file("ticket-service/src/test/java/ResourceTest.java");
        file("platform/test-support/src/main/java/Support.java");
        assertThat(sources.stale()).isEmpty();
    }
}
