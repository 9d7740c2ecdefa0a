package id.sigap.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Old and new releases run side by side: what a release wrote this one reads, what this one writes that release reads. */
@Tag("quick")
class ReleasedContractTest {

    private static final Path RELEASES = Path.of("src/test/resources/released");

    /** An event as it was released, and its name for the report. */
    record Released(String release, Contract then) {

        Contract now() {
            return Contract.of(then.type());
        }

        @Override
        public String toString() {
            return release + " " + then;
        }
    }

    static Stream<Released> released() throws IOException {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.sorted().toList().stream().flatMap(ReleasedContractTest::eventsOf);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("released")
    void schema_onlyGrew(Released event) {
        onlyGrew(event.then().schema(), event.now().schema(), event.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("released")
    void whatWasWritten_isStillRead(Released event) {
        assertThat(event.now().objectionsTo(event.then().golden())).isEmpty();
        assertThat(Contract.written(event.now().readBy(event.then().golden())))
                .isEqualTo(event.then().golden());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("released")
    void whatIsWritten_theReleaseUnderstands(Released event) {
        assertThat(event.then().objectionsTo(event.now().golden())).isEmpty();
    }

    private static void onlyGrew(JsonNode then, JsonNode now, String where) {
        assertThat(now.isMissingNode()).as("%s is gone", where).isFalse();
        for (String kept : List.of(
                "type",
                "format",
                "pattern",
                "minimum",
                "maximum",
                "maxLength",
                "minItems",
                "uniqueItems",
                "if",
                "then")) {
            assertThat(now.path(kept)).as("%s: %s", where, kept).isEqualTo(then.path(kept));
        }
        // a field newly required fails old events; one no longer required fails old readers
        assertThat(now.path("required").valueStream())
                .as("%s: required", where)
                .containsExactlyInAnyOrderElementsOf(
                        then.path("required").valueStream().toList());
        assertThat(now.path("enum").valueStream())
                .as("%s: enum", where)
                .containsAll(then.path("enum").valueStream().toList());
        for (Map.Entry<String, JsonNode> property : then.path("properties").properties()) {
            onlyGrew(
                    property.getValue(),
                    now.path("properties").path(property.getKey()),
                    where + "." + property.getKey());
        }
        if (then.has("items")) {
            onlyGrew(then.path("items"), now.path("items"), where + "[]");
        }
    }

    /** Those the release had; a type that is no longer known fails here. */
    private static Stream<Released> eventsOf(Path release) {
        Path schemas = release.resolve("schemas");
        try (Stream<Path> files = Files.walk(schemas)) {
            return files
                    .filter(Files::isRegularFile)
                    .map(file -> schemas.relativize(file).toString().replace('\\', '/'))
                    .map(file -> "id.sigap." + file.replace(".schema.json", "").replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream()
                    .map(name -> EventType.named(name).orElseThrow(() -> new AssertionError(name + " is gone")))
                    .map(type -> new Released(
                            release.getFileName().toString(), Contract.in("/released/" + release.getFileName(), type)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
