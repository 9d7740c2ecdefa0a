package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on a page is said to a person: no word of it is one that only a program knows. */
@Tag("quick")
class ProblemPagesTest {

    private static final Path REPOSITORY = Path.of("../..");
    /** Those of the services that have pages, and of what they stand on. */
    private static final List<String> MODULES = List.of(
            "platform/service-defaults",
            "platform/phone-numbers",
            "platform/web-design",
            "intake-service",
            "verification-service");

    private static final Pattern FOR_PROGRAMS = Pattern.compile(
            "(?i)\\b(headers?|json|openapi|api|idempotency|tokens?|cursor|uuid|bearer|authorization|https?|endpoint|upload-offset"
                    + "|sigap-receipt|bytes?|klaim|claim \"|body|media types?|content types?)\\b|[a-z]+/[a-z0-9.+-]+|[A-Z]+_[A-Z_]+|/openapi");
    /** Their arguments are numbers, the number of a trace, what people call a kind of file, or a colleague. */
    private static final Set<String> PLAIN = Set.of(
            "too-many-requests",
            "too-many-of-one-person",
            "too-many-about-one-number",
            "too-fast",
            "unavailable",
            "internal-error",
            "case-claimed-by-another",
            "evidence-too-large",
            "evidence-too-many",
            "evidence-type-not-taken",
            "document-type-not-taken",
            "too-long",
            "too-short",
            "too-old");

    static Stream<Arguments> problems() {
        return Stream.of("id", "en").flatMap(language -> {
            Properties texts = texts(language);
            return texts.stringPropertyNames().stream()
                    .filter(key -> key.endsWith(".detail") || key.endsWith(".title"))
                    .filter(key -> !key.contains(".page."))
                    .sorted()
                    .map(key -> Arguments.of(language, key, onPage(texts, key)));
        });
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("problems")
    void aPage_saysItToAPerson(String language, String key, String said) {
        assertThat(said).doesNotContainPattern(FOR_PROGRAMS);
        if (!PLAIN.contains(key.substring(0, key.indexOf('.')))) {
            assertThat(said)
                    .as("an argument may be a name that only a program knows")
                    .doesNotContain("{");
        }
    }

    @Test
    void bothLanguages_sayTheSameThings() {
        assertThat(texts("en").stringPropertyNames()).isEqualTo(texts("id").stringPropertyNames());
    }

    private static String onPage(Properties texts, String key) {
        int end = key.lastIndexOf('.');
        return texts.getProperty(key.substring(0, end) + ".page" + key.substring(end), texts.getProperty(key));
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        for (String module : MODULES) {
            Path file = REPOSITORY.resolve(module).resolve("src/main/resources/problems_" + language + ".properties");
            if (Files.exists(file)) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return texts;
    }
}
