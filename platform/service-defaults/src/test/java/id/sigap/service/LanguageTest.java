package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class LanguageTest {

    @ParameterizedTest
    @CsvSource({"id, ID", "in, ID", "id-ID, ID", "en-GB, EN", "jv, ''", "ms, ''"})
    void among_findsWhatIsSpoken(String tag, String expected) {
        assertThat(Language.among(List.of(Locale.forLanguageTag(tag)))
                        .map(Enum::name)
                        .orElse(""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ID, EN", "EN, ID"})
    void other_isTheOneToOffer(Language language, Language other) {
        assertThat(language.other()).isEqualTo(other);
    }
}
