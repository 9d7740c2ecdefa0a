package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Plain JDBC in the caller's transaction. */
@ApplicationScoped
class CurrentTransaction {

    private final DataSource database;

    CurrentTransaction(DataSource database) {
        this.database = database;
    }

    /** What is done over a connection. */
    @FunctionalInterface
    interface Work<T> {
        T over(Connection connection) throws SQLException;
    }

    /** What is done over a connection for its effect. */
    @FunctionalInterface
    interface Deed {
        void over(Connection connection) throws SQLException;
    }

    /** @throws DatabaseFailure if PostgreSQL doesn't do as asked */
    <T> T ask(Work<T> work) {
        try (Connection connection = database.getConnection()) {
            return work.over(connection);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** @throws DatabaseFailure if PostgreSQL doesn't do as asked */
    void run(Deed deed) {
        ask(connection -> {
            deed.over(connection);
            return null;
        });
    }
}
