package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class LanguageTest {

    @ParameterizedTest
    @CsvSource({"id, ID", "in, ID", "id-ID, ID", "en-GB, EN", "jv, ID", "su-ID, ID", "ms-MY, ID", "ban, ID", "zh, ''"})
    void among_findsWhatIsSpoken_orUnderstood(String tag, String expected) {
        assertThat(Language.among(List.of(Locale.forLanguageTag(tag)))
                        .map(Enum::name)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @Test
    void languageOfTheArchipelago_comesBeforeTheEnglishBehindIt() {
        assertThat(Language.among(List.of(Locale.of("su"), Locale.ENGLISH))).hasValue(Language.ID);
        assertThat(Language.among(List.of(Locale.of("zh"), Locale.ENGLISH))).hasValue(Language.EN);
    }

    @ParameterizedTest
    @CsvSource({"ID, EN", "EN, ID"})
    void other_isTheOneToOffer(Language language, Language other) {
        assertThat(language.other()).isEqualTo(other);
    }
}
