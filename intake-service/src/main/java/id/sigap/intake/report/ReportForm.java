package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.form.Contact;
import id.sigap.intake.form.Findings;
import id.sigap.intake.vault.Person;
import id.sigap.phone.Suspect;
import id.sigap.service.Language;
import id.sigap.text.TypedText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form as it was filled in. Nothing is trusted until {@link #read}.
 *
 * @param channel required for a complaint; of a question {@code OTHER} if absent
 * @param category as the channel
 * @param suspectNumber of who called or wrote; for a text message also the name it came under, such as {@code BANK-CONTOH}. Required, except for
 *     information and hacked accounts
 * @param occurredAt required for a complaint
 * @param moneyLost required for a complaint; of a question false if absent
 * @param language of everything the reporter is told; Indonesian if absent
 */
record ReportForm(
        @Schema(required = true, maxLength = 100) String name,

        @Schema(required = true, format = "email", maxLength = 254)
        String email,

        @Schema(required = true, examples = "0811 0000 0001")
        String mobile,

        @Schema(required = true) ReportKind kind,
        Channel channel,
        Category category,

        @Schema(
                description = "Who called or wrote. Of a text message also the name it came under, such as BANK-CONTOH",
                maxLength = 200,
                examples = "+62 811-0000-0002")
        String suspectNumber,

        Instant occurredAt,
        Boolean moneyLost,

        @Schema(required = true, minLength = 10, maxLength = 5000)
        String narrative,

        @Schema(enumeration = {"id", "en"}) String language) {

    private static final int SHORTEST_NARRATIVE = 10;
    private static final int LONGEST_NARRATIVE = 5000;
    /** A phone's clock may be ahead of ours by as much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    /**
     * @param unsure how long after {@code occurredAt} it may have been: a day of which no time is known is judged by its end
     * @throws id.sigap.service.Refusal 400 naming every field that is wrong
     */
    Submission read(Instant now, Duration oldest, Duration unsure) {
        var findings = new Findings();
        Person reporter = Contact.read(name, email, mobile, findings);
        findings.required("kind", kind);
        if (!isQuestion()) {
            findings.required("channel", channel);
            findings.required("category", category);
            findings.required("moneyLost", moneyLost);
        }
        Optional<Suspect> suspect = suspect(findings);
        checkOccurredAt(findings, now, oldest, unsure);
        String text = findings.text("narrative", narrative, SHORTEST_NARRATIVE, LONGEST_NARRATIVE);
        Optional<Language> spoken = language == null ? Optional.of(Language.ID) : Language.of(language);
        if (spoken.isEmpty()) {
            findings.wrong("language", "wrong-value", "id, en");
        }
        findings.settle();
        return new Submission(
                reporter,
                kind,
                Optional.ofNullable(channel).orElse(Channel.OTHER),
                Optional.ofNullable(category).orElse(Category.OTHER),
                suspect,
                suspect.map(_ -> TypedText.trimmed(suspectNumber)),
                Optional.ofNullable(occurredAt).filter(now::isAfter).orElse(now),
                Boolean.TRUE.equals(moneyLost),
                text,
                spoken.orElseThrow());
    }

    private boolean isQuestion() {
        return kind == ReportKind.INFORMATION;
    }

    private Optional<Suspect> suspect(Findings findings) {
        boolean optional = isQuestion() || category == Category.HACKED_ACCOUNT;
        if (optional && TypedText.isBlank(suspectNumber)) {
            return Optional.empty();
        }
        Optional<Suspect> suspect = findings.suspect("suspectNumber", suspectNumber);
        if (suspect.flatMap(Suspect::senderName).isPresent() && !mayBeTextMessage()) {
            findings.wrong("suspectNumber", "sender-name-without-sms");
        }
        return suspect;
    }

    /** Calls and chats have a number behind whatever name they show. */
    private boolean mayBeTextMessage() {
        return channel == Channel.SMS || channel == null;
    }

    private void checkOccurredAt(Findings findings, Instant now, Duration oldest, Duration unsure) {
        if (occurredAt == null) {
            if (kind == ReportKind.COMPLAINT) {
                findings.wrong("occurredAt", "required");
            }
        } else if (occurredAt.isAfter(now.plus(CLOCKS_DIFFER))) {
            findings.wrong("occurredAt", "in-the-future");
        } else if (occurredAt.plus(unsure).isBefore(now.minus(oldest))) {
            findings.wrong("occurredAt", "too-old", oldest.toDays());
        }
    }
}
