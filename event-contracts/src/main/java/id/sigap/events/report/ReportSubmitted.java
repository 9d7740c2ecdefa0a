package id.sigap.events.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.ReportId;
import id.sigap.events.SenderName;
import id.sigap.events.SuspectNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A citizen reported a number, or asked for information. Source: intake-service, when the report is in the vault.
 *
 * @param report the report
 * @param caseNumber what people call it, such as {@code LPR-2026-000123}
 * @param kind complaint or question
 * @param channel where the fraud came from
 * @param category what it pretends to be
 * @param suspect the reported number; empty if none was given (a question, a hacked account, a text message under a name)
 * @param senderName under which a text message came; empty if it showed a number, or was none
 * @param occurredAt when the fraud happened, as the citizen remembers
 * @param moneyLost true if money is already gone: the case goes first
 * @param language the citizen's language, {@code id} or {@code en}
 * @param reporter keyed hash of the reporter's mobile number: tells the same reporter again, tells nobody who
 * @param submittedAt when the vault took it
 */
public record ReportSubmitted(
        ReportId report,
        String caseNumber,
        ReportKind kind,
        Channel channel,
        Category category,
        Optional<SuspectNumber> suspect,
        Optional<SenderName> senderName,
        Instant occurredAt,
        boolean moneyLost,
        String language,
        String reporter,
        Instant submittedAt)
        implements ReportEvent {

    private static final Set<String> LANGUAGES = Set.of("id", "en");

    public ReportSubmitted {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("language: id or en");
        }
    }

    @Override
    public String subject() {
        return report.toString();
    }
}
