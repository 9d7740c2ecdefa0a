package id.sigap.faults.agent;

import id.sigap.local.actors.Cast;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.Stack;
import id.sigap.local.stack.StackOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;

/** A whole Sigap whose services carry the agent, each with a sabotage of its own or none. INDOSAT's windows are short. */
record SystemUnderAgent(LocalStack stack, Traps traps, Cast cast) implements AutoCloseable {

    static final String PATIENT_OPERATOR = "TELKOMSEL";
    static final String HURRIED_OPERATOR = "INDOSAT";

    static SystemUnderAgent start(Map<Service, Sabotage> wrong) throws IOException {
        Path folder = Files.createTempDirectory("sigap-fault-agent");
        Traps traps = new Traps(folder.resolve("traps"));
        StackOptions options = StackOptions.forTest(BuiltService.REPOSITORY, folder, Console.standard())
                .with(Service.TICKET, "sigap.policy.operators." + HURRIED_OPERATOR + ".window", "PT8S");
        for (Service service : Service.values()) {
            options = options.jvm(
                    service, Traps.jvmFlags(Traps.agentJar(), traps.folder(), Optional.ofNullable(wrong.get(service))));
        }
        LocalStack stack = LocalStack.start(options);
        return new SystemUnderAgent(stack, traps, new Cast(stack.description()));
    }

    /** The answer, a single number, of one service's database. */
    long count(Service service, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        stack.description().jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    @Override
    public void close() {
        cast.close();
        stack.close();
    }
}
