package id.sigap.reliable;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Whose fault a failure is: the record's, which trying again won't mend, or the surroundings'. */
final class Fault {

    /** Classes 22 (data exception) and 23 (integrity constraint) of the SQL standard; 54, a limit of PostgreSQL's, such as of an index. */
    private static final Set<String> DATA = Set.of("22", "23", "54");

    private Fault() {}

    /**
     * True if the database or the network is at fault; the same record may go through in a moment. A transaction that could not be committed for no
     * reason that the database named counts as the network's: the connection was cut in between.
     */
    static boolean passes(Throwable failure) {
        boolean passes = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case SQLException sql -> {
                    return !isAboutTheData(sql.getSQLState());
                }
                case JacksonException _ -> {
                    return false;
                }
                case IOException _, TimeoutException _, RollbackException _, SystemException _ -> passes = true;
                default -> {}
            }
        }
        return passes;
    }

    private static boolean isAboutTheData(String sqlState) {
        return sqlState != null && DATA.contains(sqlState.substring(0, Math.min(2, sqlState.length())));
    }
}
