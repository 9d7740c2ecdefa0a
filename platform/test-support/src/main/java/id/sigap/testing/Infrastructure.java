package id.sigap.testing;

/** A broker and a database server, wherever they run. */
interface Infrastructure extends AutoCloseable {

    String bootstrapServers();

    String jdbcUrl(String database);

    /** Who may make databases and roles. */
    Superuser superuser();

    @Override
    void close();

    record Superuser(String name, String password) {}
}
