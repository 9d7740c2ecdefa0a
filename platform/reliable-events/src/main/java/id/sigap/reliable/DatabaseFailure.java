package id.sigap.reliable;

import java.sql.SQLException;

/** PostgreSQL did not do as asked. Whether trying again can help, {@link Fault} tells from the cause. */
public final class DatabaseFailure extends RuntimeException {

    public DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
