package id.sigap.repair;

import java.sql.Connection;
import java.sql.SQLException;

/** Everything or nothing, over a connection that is given back as it was. */
final class Transaction {

    private Transaction() {}

    /** What is done. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws SQLException;
    }

    static <T> T over(Connection connection, Work<T> work) throws SQLException {
        boolean before = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try {
            T result = work.done();
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(before);
        }
    }
}
