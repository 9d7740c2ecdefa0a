package id.sigap.intake.wording;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.report.Notice;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.intake.appeal.AppealState;
import id.sigap.intake.report.ReportState;
import id.sigap.intake.report.Step;
import id.sigap.service.Language;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("quick")
class WordingTest {

    private final Wording wording = OfficeWording.of("Kantor {Uji} 'A'");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everythingThatIsSaid_hasItsSentence(Language language) {
        Stream.of(
                        keys("next.", ReportState.values()),
                        keys("appeal.", AppealState.values()),
                        keys("timeline.", Step.values()),
                        keys("timeline.REJECTED.", RejectionReason.values()),
                        keys("timeline.ANSWERED.", AnswerKind.values()),
                        keys("notice.", Notice.values()).flatMap(key -> Stream.of(key + ".subject", key + ".body")))
                .flatMap(keys -> keys)
                .forEach(key ->
                        assertThat(wording.say(language, key, "X")).as(key).isNotBlank());
    }

    @Test
    void bothLanguages_sayTheSameThings() {
        assertThat(keysOf("en")).isEqualTo(keysOf("id"));
    }

    @Test
    void authority_isNamedAsConfigured() {
        assertThat(wording.say(Language.EN, "notice.closing")).contains("Kantor {Uji} 'A'");
    }

    private static Stream<String> keys(String prefix, Enum<?>[] values) {
        return Arrays.stream(values).map(value -> prefix + value.name());
    }

    private static Set<String> keysOf(String language) {
        return new HashSet<>(
                ResourceBundle.getBundle("citizen", Locale.of(language)).keySet());
    }
}
