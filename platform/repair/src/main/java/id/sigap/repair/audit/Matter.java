package id.sigap.repair.audit;

import id.sigap.journal.JournalEntry;
import id.sigap.journal.JournalReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One matter: the chains of a ticket and of every aggregate that is named in them, and so on. */
final class Matter {

    private static final Pattern NUMBER = Pattern.compile("SGP-[0-9]{4}-[0-9]{6,}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String BY_NUMBER = "select id from ticket where ticket_number = ?";
    private static final String TICKETS = "sigap.tickets";

    private final Map<String, Connection> journals;
    private final Map<String, String> authors;
    private final Findings findings;
    private final Progress progress;
    private final Deque<String> toFollow = new ArrayDeque<>();
    private final Set<String> named = new HashSet<>();

    Matter(Map<String, Connection> journals, Map<String, String> authors, Findings findings, Progress progress) {
        this.journals = journals;
        this.authors = authors;
        this.findings = findings;
        this.progress = progress;
    }

    AuditReport follow(String reference) throws SQLException {
        String start = NUMBER.matcher(reference).matches() ? ticket(reference) : reference;
        name(start);
        List<AuditReport.Followed> followed = new ArrayList<>();
        long positions = 0;
        Witnesses witnesses = new Witnesses(journals, authors, findings);
        while (!toFollow.isEmpty()) {
            String subject = toFollow.remove();
            for (String service : journals.keySet()) {
                follow(service, subject).ifPresent(followed::add);
                positions += witnesses.positions(service, Optional.of(subject), progress);
            }
            progress.at("chains", followed.size(), 0);
        }
        if (followed.isEmpty() && findings.listed().isEmpty()) {
            throw new IllegalArgumentException("no journal knows " + reference);
        }
        return new AuditReport(
                followed,
                positions,
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of(),
                findings.listed(),
                findings.unlisted());
    }

    private Optional<AuditReport.Followed> follow(String service, String subject) throws SQLException {
        ChainCheck check = new ChainCheck(service);
        for (JournalEntry entry : JournalReader.history(journals.get(service), subject)) {
            check.next(entry).forEach(findings::add);
            ID.matcher(entry.json()).results().map(MatchResult::group).forEach(this::name);
        }
        return check.entries() == 0
                ? Optional.empty()
                : Optional.of(new AuditReport.Followed(service, subject, check.entries(), 1));
    }

    private void name(String subject) {
        if (named.add(subject)) {
            toFollow.add(subject);
        }
    }

    private String ticket(String number) throws SQLException {
        try (PreparedStatement select = journals.get(authors.get(TICKETS)).prepareStatement(BY_NUMBER)) {
            select.setString(1, number);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalArgumentException("there is no ticket " + number);
                }
                return row.getString(1);
            }
        }
    }
}
