package id.sigap.intake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.ReportId;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.ReportKind;
import id.sigap.events.report.ReportSubmitted;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.FreshKey;
import id.sigap.intake.wording.OfficeWording;
import id.sigap.reliable.Ids;
import id.sigap.service.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a form may say, and how its number is understood. */
@Tag("quick")
class ReportFormTest {

    private static final Instant NOW = Instant.parse("2026-11-30T16:55:00Z");
    private static final Duration OLDEST = Duration.ofDays(30);

    private final Advice advice = new Advice(OfficeWording.of("Kantor Uji"));

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(textBlock = """
                    name,           '  '
                    name,           'Rina\r\nBcc: x@example.id'
                    email,          'no-at-sign'
                    email,          'a@b@example.id'
                    email,          'rina@example.id\r\nBcc: x@example.id'
                    mobile,         'abc'
                    mobile,         '110'
                    suspectNumber,  '08one'
                    suspectNumber,  '0000000000000000000000000000000000000000'
                    suspectNumber,  '<script>alert'
                    suspectNumber,  '1 OR 1=1 OR 1'
                    occurredAt,     '2999-01-01T00:00:00Z'
                    occurredAt,     '2001-01-01T00:00:00Z'
                    narrative,      'short'
                    language,       'fr'
                    email,          'x@warga..example'
                    suspectNumber,  '0811-0000-042/43'
                    mobile,         '0812-0000-001/2'
                    occurredAt,     '2026-11-30T16:56:01Z'
                    """)
    void wrongField_isNamed(String field, String value) {
        // Given
        ReportForm form = form(Map.of(field, value));
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, Duration.ZERO));
        // Then
        assertThat(refused.errors()).extracting(Refusal.FieldError::field).containsExactly(field);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "name, '\u3164'",
        "name, '\u200b\u200d'",
        "name, 'Ri\u009bna'",
        "name, 'Rina\u0085Bcc'",
        "narrative, '\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164\u3164'",
        "narrative, 'a\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200bb'"
    })
    void whatNobodySees_isNoText_andWhatCannotBeDrawnIsRefused(String field, String value) {
        // Given
        ReportForm form = form(Map.of(field, value));
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, Duration.ZERO));
        // Then
        assertThat(refused.errors()).extracting(Refusal.FieldError::field).containsExactly(field);
    }

    @Test
    void whatIsTyped_isKeptAsItIsSeen() {
        // Given
        ReportForm form = form(Map.of(
                "name", "\u00a0Rina\u200dK\ufeff",
                "email", "rina@contoh.இந்தியா\u00a0",
                "narrative", "baris satu\r\nbaris dua\r\n",
                "occurredAt", NOW.plusSeconds(2).toString()));
        // When
        var taken = form.read(NOW, OLDEST, Duration.ZERO);
        // Then
        assertThat(taken.reporter().name()).isEqualTo("Rina\u200dK");
        assertThat(taken.reporter().email()).isEqualTo("rina@contoh.இந்தியா");
        assertThat(taken.narrative()).isEqualTo("baris satu\nbaris dua");
        assertThat(taken.occurredAt()).isEqualTo(NOW);
    }

    @Test
    void lineEnd_countsOnce() {
        // Given
        ReportForm form = form(Map.of("narrative", "a\r\n".repeat(2499) + "ab"));
        // Then
        assertThat(form.read(NOW, OLDEST, Duration.ZERO).narrative()).hasSize(5000);
    }

    @Test
    void nulInNarrative_isRefused() {
        // Given
        ReportForm form = form(Map.of("narrative", "a text with a NUL \0 in it"));
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, Duration.ZERO));
        // Then
        assertThat(refused.errors()).extracting(Refusal.FieldError::field).containsExactly("narrative");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
                    '0811 0000 0098',         DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '0811-0000-0098',         DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '6281100000098',          DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '+62 (811) 0000.0098',    DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '０８１１００００００９８',    DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '٠٨١١٠٠٠٠٠٠٩٨',           DOMESTIC_MOBILE,  KEEP_RECEIPT
                    '+1 202 555 0143',        FOREIGN,          NOT_BLOCKABLE_FOREIGN
                    '021 5000 0000',          DOMESTIC_LANDLINE, NOT_BLOCKABLE_LANDLINE
                    '98123',                  SHORT_CODE,       NOT_BLOCKABLE_SHORT_CODE
                    """)
    void number_isReadAsPeopleTypeIt_andAnsweredClearly(String typed, SuspectNumber.Kind kind, String code) {
        // Given
        ReportForm form = form(Map.of("suspectNumber", typed));
        // When
        Report report = taken(form.read(NOW, OLDEST, Duration.ZERO));
        // Then
        assertThat(advice.on(report)).extracting(Advice.Sentence::code).contains(code);
        var said = (ReportSubmitted) report.submitted("ab".repeat(32));
        assertThat(said.suspect().map(SuspectNumber::kind)).hasValue(kind);
    }

    @Test
    void aComplaint_saysHowItCame_whatItWas_when_andWhetherMoneyIsGone() {
        // Given
        ReportForm form = onlyAStory(ReportKind.COMPLAINT);
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, Duration.ZERO));
        // Then
        assertThat(refused.errors())
                .extracting(Refusal.FieldError::field)
                .containsExactly("channel", "category", "moneyLost", "suspectNumber", "occurredAt");
    }

    @Test
    void aQuestion_isAskedForLittle() {
        // When
        Submission read = onlyAStory(ReportKind.INFORMATION).read(NOW, OLDEST, Duration.ZERO);
        // Then
        assertThat(read.channel()).isEqualTo(Channel.OTHER);
        assertThat(read.category()).isEqualTo(Category.OTHER);
        assertThat(read.suspect()).isEmpty();
        assertThat(read.moneyLost()).isFalse();
    }

    @Test
    void aLineEnd_isOneCharacter_howeverItIsWritten() {
        Submission read =
                form(Map.of("narrative", "a\r\nb\rc\n" + "d".repeat(4994))).read(NOW, OLDEST, Duration.ZERO);
        assertThat(read.narrative()).startsWith("a\nb\nc\nd").hasSize(5000);
    }

    @ParameterizedTest
    @EnumSource(Channel.class)
    void senderName_isTakenOfATextMessage_andSaidToBeOfNoUseElsewhere(Channel channel) {
        // Given
        ReportForm form = form(channel, Map.of("suspectNumber", "Bank Contoh"));
        // Then
        if (channel == Channel.SMS) {
            Submission read = form.read(NOW, OLDEST, Duration.ZERO);
            assertThat(read.suspectAsTyped()).hasValue("Bank Contoh");
            assertThat(advice.on(taken(read))).extracting(Advice.Sentence::code).contains("NOT_BLOCKABLE_SENDER_NAME");
            var said = (ReportSubmitted) taken(read).submitted("ab".repeat(32));
            assertThat(said.suspect()).isEmpty();
            assertThat(said.senderName()).hasValue(new SenderName("BANK CONTOH"));
        } else {
            assertThat(catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, Duration.ZERO))
                            .errors())
                    .extracting(Refusal.FieldError::code)
                    .containsExactly("sender-name-without-sms");
        }
    }

    /** NOW is 23.55 in Jakarta and past midnight further east: the 30th day before is the 31st of October there, and the 1st of November. */
    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "2026-10-31, '',    Asia/Jakarta,  true",
        "2026-10-30, '',    Asia/Jakarta,  false",
        "2026-11-01, '',    Asia/Makassar, true",
        "2026-10-31, '',    Asia/Makassar, false",
        "2026-10-31, 23:56, Asia/Jakarta,  true",
        "2026-10-31, 23:54, Asia/Jakarta,  false",
        "2026-11-30, '',    Asia/Jakarta,  true",
        "2026-12-01, '',    Asia/Makassar, true",
        "2026-12-01, '',    Asia/Jakarta,  false"
    })
    void aDayWithoutATime_isJudgedByItsEnd(String day, String time, String zone, boolean taken) {
        // Given
        var typed = new TypedMoment(day, time, zone);
        ReportForm form = form(Map.of("occurredAt", typed.moment().orElseThrow().toString()));
        // When
        var refused = catchThrowableOfType(Refusal.class, () -> form.read(NOW, OLDEST, typed.unsure()));
        // Then
        assertThat(refused == null).isEqualTo(taken);
    }

    private static ReportForm onlyAStory(ReportKind kind) {
        return new ReportForm(
                "Rina Kartika",
                "rina@example.id",
                "0811-0000-0031",
                kind,
                null,
                null,
                null,
                null,
                null,
                "Bagaimana cara mengecek nomor?",
                "id");
    }

    private static Report taken(Submission submission) {
        var id = new ReportId(Ids.next());
        return new Report(id, "LPR-2026-000001", submission, FreshKey.of(new CaseId(id.value())), NOW);
    }

    /** In good order but for what is changed. */
    private static ReportForm form(Map<String, String> changed) {
        return form(Channel.SMS, changed);
    }

    private static ReportForm form(Channel channel, Map<String, String> changed) {
        var fields = new HashMap<>(Map.of(
                "name", "Rina Kartika",
                "email", "rina@example.id",
                "mobile", "0811-0000-0031",
                "suspectNumber", "+62 811 0000 0099",
                "occurredAt", NOW.minusSeconds(3600).toString(),
                "narrative", "Saya menerima pesan menang undian.",
                "language", "id"));
        fields.putAll(changed);
        return new ReportForm(
                fields.get("name"),
                fields.get("email"),
                fields.get("mobile"),
                ReportKind.COMPLAINT,
                channel,
                Category.PRIZE,
                fields.get("suspectNumber"),
                Instant.parse(fields.get("occurredAt")),
                false,
                fields.get("narrative"),
                fields.get("language"));
    }
}
