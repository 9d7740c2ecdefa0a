package id.sigap.verification.queue;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.phone.Suspect;
import id.sigap.verification.casework.CaseState;
import id.sigap.verification.casework.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A case as the queue shows it.
 *
 * @param suspect whom it is about; absent if neither a number nor a sender's name was given
 * @param reportsOnNumber how many reports of the number there are, this one among them; 0 without a number
 * @param evidencePieces clean ones
 * @param claimedBy who has the case, by account id; absent if nobody, or if the claim has run out
 * @param claimedUntil when the claim runs out unless somebody does something
 */
public record QueueEntry(
        UUID report,
        String caseNumber,
        CaseState state,
        Priority priority,
        ReportKind kind,
        Channel channel,
        Category category,
        Optional<Suspect> suspect,
        int reportsOnNumber,
        boolean moneyLost,
        Instant submittedAt,
        int evidencePieces,
        int unreadMessages,
        Instant lastActivityAt,
        Optional<String> claimedBy,
        Optional<Instant> claimedUntil) {

    static QueueEntry of(ResultSet row, Instant now) throws SQLException {
        Optional<Instant> until = Optional.ofNullable(row.getObject("claimed_until", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .filter(now::isBefore);
        String claimedBy = row.getString("claimed_by");
        return new QueueEntry(
                row.getObject("report", UUID.class),
                row.getString("case_number"),
                CaseState.valueOf(row.getString("state")),
                Priority.values()[row.getInt("priority")],
                ReportKind.valueOf(row.getString("kind")),
                Channel.valueOf(row.getString("channel")),
                Category.valueOf(row.getString("category")),
                suspect(row),
                row.getInt("reports_on_number"),
                row.getBoolean("money_lost"),
                instant(row, "submitted_at"),
                row.getInt("evidence_pieces"),
                row.getInt("unread_messages"),
                instant(row, "last_activity_at"),
                until.map(_ -> claimedBy),
                until);
    }

    private static Optional<Suspect> suspect(ResultSet row) throws SQLException {
        String number = row.getString("suspect_number");
        return number == null
                ? Optional.empty()
                : Optional.of(new Suspect(Suspect.Kind.valueOf(row.getString("suspect_kind")), number));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
