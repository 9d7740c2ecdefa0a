package id.sigap.repair.audit;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far each chain has been published. An aggregate's entries go out in order, so what is behind the last one that was, and doesn't wait for its
 * turn, was never said by the service: whoever wrote it there can make a hash as well as the service can.
 */
final class PublishedHeads {

    private static final int AT_ONCE = 2_000;

    private static final String HEADS = "select subject, max(version) from journal group by subject";

    private static final String NEITHER = """
            select version, id from journal j where subject = ? and version > ?
            and not exists (select from pending p where p.subject = j.subject and p.version = j.version)""";

    /** By what is short and unique: there are as many as aggregates. */
    private final Map<UUID, Long> heads = new HashMap<>();

    /** @param event one that agrees with the journal: another's record vouches for nothing */
    void add(PublishedEvent event) {
        heads.merge(name(event.author(), event.subject()), event.version(), Math::max);
    }

    private boolean reaches(String author, String subject, long version) {
        return heads.getOrDefault(name(author, subject), 0L) >= version;
    }

    /** Entries that are neither published, as far as is known here, nor pending at this moment. */
    List<Finding> unpublished(String author, Connection journal) throws SQLException {
        List<Finding> found = new ArrayList<>();
        for (String subject : subjectsBehind(author, journal)) {
            try (PreparedStatement select = journal.prepareStatement(NEITHER)) {
                select.setString(1, subject);
                select.setLong(2, heads.getOrDefault(name(author, subject), 0L));
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(
                                new Finding(
                                        author,
                                        subject,
                                        row.getLong("version"),
                                        row.getLong("version"),
                                        Optional.of(row.getObject("id", UUID.class)),
                                        Finding.Kind.NOT_PUBLISHED,
                                        "Kafka doesn't carry it and it doesn't wait to be published: somebody wrote it into the journal, or Kafka lost it"));
                    }
                }
            }
        }
        return found;
    }

    /** Whether it is published after all, as far as is known by now. */
    boolean isPublished(Finding finding) {
        return reaches(finding.journal(), finding.subject(), finding.to());
    }

    private List<String> subjectsBehind(String author, Connection journal) throws SQLException {
        List<String> behind = new ArrayList<>();
        journal.setAutoCommit(false); // the driver has a cursor only inside a transaction
        try (PreparedStatement select = journal.prepareStatement(HEADS)) {
            select.setFetchSize(AT_ONCE);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (!reaches(author, row.getString(1), row.getLong(2))) {
                        behind.add(row.getString(1));
                    }
                }
            }
            return behind;
        } finally {
            journal.rollback();
            journal.setAutoCommit(true);
        }
    }

    private static UUID name(String author, String subject) {
        return UUID.nameUUIDFromBytes((author + " " + subject).getBytes(StandardCharsets.UTF_8));
    }
}
