package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class TextsTest {

    @ParameterizedTest
    @CsvSource({"id, id", "en, en", "en-GB, en", "in, id", "fr, id", "'fr,en;q=0.5', en", "'', id"})
    void language_isIndonesianUnlessTheReaderPrefersEnglish(String accepted, String expected) {
        List<Locale> locales = accepted.isEmpty()
                ? List.of()
                : Locale.LanguageRange.parse(accepted).stream()
                        .map(range -> Locale.forLanguageTag(range.getRange()))
                        .toList();
        assertThat(Texts.language(locales).getLanguage()).isEqualTo(expected);
    }

    @Test
    void everyText_standsInBothLanguages() throws IOException {
        assertThat(texts("en").stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(texts("id").stringPropertyNames());
    }

    @Test
    void anArgument_mayBeATextItself() {
        assertThat(Texts.text(Locale.ENGLISH, "not-found.detail", new Refusal.TextKey("thing.ticket")))
                .isEqualTo("There is no such ticket, or it is not yours to see.");
    }

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (var in = TextsTest.class.getResourceAsStream("/problems_" + language + ".properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
