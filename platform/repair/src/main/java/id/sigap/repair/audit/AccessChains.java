package id.sigap.repair.audit;

import id.sigap.journal.AccessEntry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** The vault's own book: who has read what of whom, a chain for each case. */
final class AccessChains {

    private static final int AT_ONCE = 2_000;

    private static final String EXISTS = "select to_regclass('access_log') is not null";
    private static final String WALK =
            "select %s, hash from access_log where sequence is not null order by case_id, sequence"
                    .formatted(AccessEntry.COLUMNS);
    /** Once a case has a chain, nothing stands beside it. */
    private static final String UNCHAINED = """
            select id, case_id from access_log l where sequence is null and exists (
                select from access_log c where c.case_id = l.case_id and c.sequence is not null and c.id < l.id)""";

    private final String service;
    private final Connection connection;
    private final Findings findings;

    AccessChains(String service, Connection connection, Findings findings) {
        this.service = service;
        this.connection = connection;
        this.findings = findings;
    }

    /** Does nothing for a service that has no such book. */
    void check() throws SQLException {
        if (!exists()) {
            return;
        }
        connection.setAutoCommit(false); // the driver has a cursor only inside a transaction
        try (PreparedStatement walk = connection.prepareStatement(WALK)) {
            walk.setFetchSize(AT_ONCE);
            try (ResultSet row = walk.executeQuery()) {
                Link before = null;
                while (row.next()) {
                    Link link = new Link(AccessEntry.of(row), row.getBytes("hash"));
                    check(before, link);
                    before = link;
                }
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        unchained();
    }

    private record Link(AccessEntry entry, byte[] hash) {}

    private void check(Link before, Link link) {
        AccessEntry entry = link.entry();
        boolean first = before == null || !before.entry().caseId().equals(entry.caseId());
        long expected = first ? 1 : before.entry().sequence() + 1;
        if (entry.sequence() != expected) {
            findings.add(new Finding(
                    service,
                    AccessEntry.chainOf(entry.caseId()),
                    expected,
                    entry.sequence() - 1,
                    Optional.empty(),
                    Finding.Kind.DELETED,
                    "lines of the access log are missing before line " + entry.sequence()));
        } else if (!first && !Arrays.equals(entry.previousHash().orElse(null), before.hash())) {
            findings.add(found(entry, "it was written after another line"));
        }
        if (!Arrays.equals(entry.hash(), link.hash())) {
            findings.add(found(entry, "its content doesn't make its hash"));
        }
    }

    private void unchained() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(UNCHAINED);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                findings.add(new Finding(
                        service,
                        AccessEntry.chainOf(row.getObject("case_id", UUID.class)),
                        0,
                        0,
                        Optional.of(row.getObject("id", UUID.class)),
                        Finding.Kind.CHANGED,
                        "a line stands outside of its case's chain"));
            }
        }
    }

    private boolean exists() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(EXISTS);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private Finding found(AccessEntry entry, String how) {
        return new Finding(
                service,
                AccessEntry.chainOf(entry.caseId()),
                entry.sequence(),
                entry.sequence(),
                Optional.of(entry.id()),
                Finding.Kind.CHANGED,
                how);
    }
}
