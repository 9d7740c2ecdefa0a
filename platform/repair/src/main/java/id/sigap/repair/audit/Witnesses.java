package id.sigap.repair.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Those who know how far a chain went. A witness is asked before the journal: what it knows was committed there, so it must be there
 * still.
 */
final class Witnesses {

    private static final int AT_ONCE = 2_000;

    // A dropped dead letter moved the position, but nobody says it was ever in a journal.
    private static final String POSITIONS = """
            select p.topic, p.subject, p.version from inbox_position p
            where p.version > 0 and %s and not exists (
                select from settled t
                where t.outcome = 'DROPPED' and t.topic = p.topic and t.subject = p.subject and t.version = p.version)""";

    private static final String ALL = POSITIONS.formatted("true");
    private static final String OF_ONE = POSITIONS.formatted("p.topic = any(?) and p.subject = ?");

    private static final String MISSING = """
            select k.subject, k.version, (select max(version) from journal h where h.subject = k.subject) as head
            from unnest(?::text[], ?::bigint[]) as k (subject, version)
            where not exists (select from journal j where j.subject = k.subject and j.version = k.version)""";

    private static final String POINTERS =
            "select subject, version from pending p where not exists (select from journal j where j.subject = p.subject and j.version = p.version)";

    private final Map<String, Connection> journals;
    private final Map<String, String> authors;
    private final Findings findings;

    /**
     * @param journals connections by service
     * @param authors services by the topic they write
     */
    Witnesses(Map<String, Connection> journals, Map<String, String> authors, Findings findings) {
        this.journals = journals;
        this.authors = authors;
        this.findings = findings;
    }

    /** What is still to be published must be in the journal. */
    void pointers(String service) throws SQLException {
        try (PreparedStatement select = journals.get(service).prepareStatement(POINTERS);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.add(new Finding(
                        service,
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(2),
                        Optional.empty(),
                        Finding.Kind.TRUNCATED,
                        "it was still to be published"));
            }
        }
    }

    /**
     * What a receiver has followed must be in the sender's journal.
     *
     * @param subject one aggregate, or empty for all
     * @return how many aggregates were compared
     */
    long positions(String receiver, Optional<String> subject, Progress progress) throws SQLException {
        long compared = 0;
        Connection connection = journals.get(receiver);
        connection.setAutoCommit(false); // the driver has a cursor only inside a transaction
        try (PreparedStatement select = connection.prepareStatement(subject.isPresent() ? OF_ONE : ALL)) {
            select.setFetchSize(AT_ONCE);
            if (subject.isPresent()) {
                select.setArray(
                        1, connection.createArrayOf("text", authors.keySet().toArray()));
                select.setString(2, subject.get());
            }
            Map<String, List<Place>> heard = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String author = authors.get(row.getString(1));
                    if (author != null) {
                        List<Place> places = heard.computeIfAbsent(author, _ -> new ArrayList<>());
                        places.add(new Place(row.getString(2), row.getLong(3)));
                        if (places.size() == AT_ONCE) {
                            compare(receiver, author, places);
                            places.clear();
                        }
                        progress.at("what " + receiver + " has heard", ++compared, 0);
                    }
                }
            }
            for (var rest : heard.entrySet()) {
                compare(receiver, rest.getKey(), rest.getValue());
            }
            return compared;
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private void compare(String receiver, String author, List<Place> places) throws SQLException {
        try (PreparedStatement select = journals.get(author).prepareStatement(MISSING)) {
            select.setArray(
                    1,
                    select.getConnection()
                            .createArrayOf(
                                    "text", places.stream().map(Place::subject).toArray()));
            select.setArray(
                    2,
                    select.getConnection()
                            .createArrayOf(
                                    "int8", places.stream().map(Place::version).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    long head = row.getLong("head");
                    if (head < row.getLong("version")) { // else the chain itself shows the gap
                        findings.add(new Finding(
                                author,
                                row.getString("subject"),
                                head + 1,
                                row.getLong("version"),
                                Optional.empty(),
                                Finding.Kind.TRUNCATED,
                                "%s has handled version %d".formatted(receiver, row.getLong("version"))));
                    }
                }
            }
        }
    }
}
