package id.sigap.reliable;

import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf;
import id.sigap.repair.Drop;
import id.sigap.repair.Selection;
import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/** The ledger's tables, seen from outside the service, as the repair tool and an administrator see them. */
final class Rows {

    static final TestDatabase LEDGER = SharedInfrastructure.database("ledger");

    private Rows() {}

    static long count(String sql) {
        try (Connection connection = LEDGER.asService();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    static long onTheShelf(String subject, String state) {
        return count("select count(*) from set_aside where subject = '%s' and state = '%s'".formatted(subject, state));
    }

    static long told(UUID letter) {
        return count(
                "select count(*) from journal where topic like '%%.dead-letters' and subject = '%s'".formatted(letter));
    }

    static List<DeadLetter> deadLettersOf(String subject) {
        return repairing(connection -> new DeadLetterShelf(connection)
                .list(Selection.ALL, 1000).stream()
                        .filter(letter -> letter.key().filter(subject::equals).isPresent())
                        .toList());
    }

    static DeadLetter deadLetterOf(String subject) {
        return deadLettersOf(subject).getFirst();
    }

    static void replay(UUID letter) {
        repairing(connection -> new DeadLetterShelf(connection).replay(Selection.of(letter)));
    }

    static Drop.Outcome drop(UUID letter) {
        return repairing(connection -> new Drop(connection).drop(Selection.of(letter)))
                .getFirst();
    }

    static DeadLetterShelf.Fate fate(UUID letter) {
        return repairing(connection -> new DeadLetterShelf(connection).fate(letter));
    }

    static <T> T repairing(CurrentTransaction.Work<T> work) {
        try (Connection connection = LEDGER.asService()) {
            return work.over(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
