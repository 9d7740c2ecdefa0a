package id.sigap.testing.floors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house as its sources say it is. */
@Tag("quick")
class FloorsTest {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern FLOOR = Pattern.compile(
            "^@Tag\\(\"(" + Arrays.stream(Floor.values()).map(Floor::tag).collect(Collectors.joining("|")) + ")\"\\)$",
            Pattern.MULTILINE);
    private static final Pattern TESTS =
            Pattern.compile("^ +@(Test|ParameterizedTest|TestFactory|RepeatedTest)\\b", Pattern.MULTILINE);
    private static final Pattern REAL_PARTS = Pattern.compile(
            "@QuarkusTest|@WithSigapInfrastructure|SharedInfrastructure\\.|Browsing\\.class|LocalStack\\.start|KafkaBroker\\.start|PostgresServer\\.start");

    private static final Pattern SWITCHED_OFF = Pattern.compile("^ *@Disabled\\b", Pattern.MULTILINE);

    private record Source(Path file, String text) {

        static Source of(Path file) {
            try {
                return new Source(ROOT.relativize(file), Files.readString(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        List<String> floors() {
            return FLOOR.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }

        boolean hasTests() {
            return TESTS.matcher(text).find();
        }
    }

    @Test
    void everyTestClass_standsOnExactlyOneFloor() throws IOException {
        // When
        List<Source> tests = sources().filter(Source::hasTests).toList();
        // Then
        assertThat(tests).hasSizeGreaterThan(100);
        assertThat(tests)
                .filteredOn(source -> source.floors().size() != 1)
                .extracting(Source::file)
                .isEmpty();
    }

    @Test
    void everyTestClass_isFoundBySurefire() throws IOException {
        assertThat(sources().filter(Source::hasTests))
                .extracting(source -> source.file().toString())
                .allMatch(file -> file.endsWith("Test.java") || file.endsWith("Sample.java"));
    }

    @Test
    void theLowestFloor_needsNoRealParts() throws IOException {
        assertThat(sources())
                .filteredOn(source -> source.floors().contains(Floor.QUICK.tag()))
                .filteredOn(source -> REAL_PARTS.matcher(source.text()).find())
                .extracting(Source::file)
                .containsOnly(Path.of("platform/test-floors/src/test/java/id/sigap/testing/floors/FloorsTest.java"));
    }

    @Test
    void everyModuleWithTests_isRecorded() throws IOException {
        for (String module : modules()) {
            Path folder = ROOT.resolve(module);
            if (Files.exists(folder.resolve("src/test/java")) && !module.endsWith("test-floors")) {
                assertThat(Files.readString(folder.resolve("pom.xml")))
                        .as(module)
                        .contains("<artifactId>test-floors</artifactId>");
            }
        }
    }

    @Test
    void noTest_isSwitchedOff() throws IOException {
        assertThat(sources())
                .filteredOn(source -> SWITCHED_OFF.matcher(source.text()).find())
                .extracting(Source::file)
                .isEmpty();
    }

    private static Stream<Source> sources() throws IOException {
        return modules().stream()
                .map(module -> ROOT.resolve(module).resolve("src/test/java"))
                .filter(Files::exists)
                .flatMap(FloorsTest::within)
                .filter(file -> file.toString().endsWith(".java"))
                .map(Source::of);
    }

    private static List<String> modules() throws IOException {
        return MODULE.matcher(Files.readString(ROOT.resolve("pom.xml")))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static Stream<Path> within(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
