package id.sigap.reliable;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;

/** Whose fault a failure is: the record's, which trying again won't mend, or the surroundings'. */
final class Fault {

    private Fault() {}

    /** True if the database or the network is at fault; the same record may go through in a moment. */
    static boolean passes(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return !isAboutTheData(sql.getSQLState());
            }
            if (cause instanceof TimeoutException
                    || cause instanceof java.io.IOException
                            && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
                return true;
            }
        }
        return false;
    }

    /** Classes 22 (data exception) and 23 (integrity constraint) of the SQL standard. */
    private static boolean isAboutTheData(String sqlState) {
        return sqlState != null && (sqlState.startsWith("22") || sqlState.startsWith("23"));
    }
}
