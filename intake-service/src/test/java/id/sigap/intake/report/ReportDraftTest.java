package id.sigap.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sigap.events.Channel;
import id.sigap.service.Language;
import id.sigap.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class ReportDraftTest {

    private static final Instant NOW = Instant.parse("2026-11-30T03:00:00Z");

    @Test
    void whatAComplaintWasAsked_isNoPartOfTheQuestionItBecame() {
        // Given
        var typed = typed("INFORMATION");
        // When
        Submission question = read(typed);
        // Then
        assertThat(ReportDraft.of(typed).unreadable()).isEmpty();
        assertThat(question.channel()).isEqualTo(Channel.OTHER);
        assertThat(question.occurredAt()).isEqualTo(NOW);
        assertThat(question.moneyLost()).isFalse();
        assertThat(question.suspect()).isPresent();
    }

    @Test
    void theSameAsAComplaint_isAskedAbout() {
        assertThatThrownBy(() -> read(typed("COMPLAINT"))).isInstanceOf(Refusal.class);
    }

    private static Submission read(Map<String, String> typed) {
        return ReportDraft.of(typed).form(Language.ID).read(NOW, Duration.ofDays(30), Duration.ZERO);
    }

    /** A sender's name, though they said that it was a call, and a day that is none. */
    private static Map<String, String> typed(String kind) {
        var typed = new HashMap<String, String>();
        typed.put("kind", kind);
        typed.put("name", "Budi Contoh");
        typed.put("email", "budi@example.com");
        typed.put("mobile", "0812 0000 0001");
        typed.put("suspectNumber", "BANK-CONTOH");
        typed.put("channel", "VOICE_CALL");
        typed.put("category", "PRIZE");
        typed.put("occurredAt", "31/11/2026");
        typed.put("moneyLost", "true");
        typed.put("narrative", "Apakah nama ini milik bank?");
        return typed;
    }
}
