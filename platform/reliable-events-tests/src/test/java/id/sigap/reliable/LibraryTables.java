package id.sigap.reliable;

import id.sigap.testing.SharedInfrastructure;
import id.sigap.testing.TestDatabase;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** Databases with the library's tables alone, for tests without a service. */
final class LibraryTables {

    private LibraryTables() {}

    static TestDatabase in(String name) {
        TestDatabase database = SharedInfrastructure.database(name);
        Flyway.configure()
                .dataSource(
                        database.jdbcUrl(),
                        database.roles().owner(),
                        database.roles().ownerPassword())
                .locations("classpath:db/reliable-events")
                .placeholders(Map.of("runtimeRole", database.roles().name()))
                .load()
                .migrate();
        return database;
    }
}
