package id.sigap.faults.fault;

import id.sigap.faults.history.ClientLog;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The system on trial, in the hands of whoever breaks it. */
public record Site(LocalStack stack, Wire wire, HostileMailServer mail) {

    public static Site of(LocalStack stack, ClientLog injector, HostileMailServer mail) {
        return new Site(stack, new Wire(stack.description(), injector), mail);
    }

    /** As superuser. */
    Connection database(Service service) throws SQLException {
        return database(service.database());
    }

    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(stack.description().jdbcUrl(name), Stack.DATABASE_SUPERUSER, "");
    }
}
