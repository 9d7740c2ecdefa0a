package id.sigap.repair.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** What a service's database remembers of the statements that the service has signed. */
final class RememberedStatements {

    /** Well beyond any period that is usual: a service that is up signs within one. */
    private static final String LONG_AGO = "now() - interval '2 hours'";

    private static final String EXISTS = "select to_regclass('signed_heads') is not null";
    private static final String LAST = "select coalesce(max(number), 0) from signed_heads";
    private static final String OLD_JOURNAL =
            "select exists (select from journal where recorded_at < %s)".formatted(LONG_AGO);
    private static final String LONG_BEFORE = "select ?::timestamptz < %s".formatted(LONG_AGO);

    private final Connection journal;

    RememberedStatements(Connection journal) {
        this.journal = journal;
    }

    /** The highest number; 0 if it remembers none. */
    long last() throws SQLException {
        if (!is(EXISTS)) {
            return 0;
        }
        try (PreparedStatement select = journal.prepareStatement(LAST);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Whether the service has said something so long ago that it must have signed since. */
    boolean oughtToBe() throws SQLException {
        return is(OLD_JOURNAL);
    }

    /** Whether that is so long ago that a service which could not write it down has signed it again since. */
    boolean isLongAgo(Instant at) throws SQLException {
        try (PreparedStatement select = journal.prepareStatement(LONG_BEFORE)) {
            select.setObject(1, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private boolean is(String question) throws SQLException {
        try (PreparedStatement select = journal.prepareStatement(question);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }
}
