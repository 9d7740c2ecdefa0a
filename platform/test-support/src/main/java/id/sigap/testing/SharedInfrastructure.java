package id.sigap.testing;

import id.sigap.events.OperatorCode;
import id.sigap.infrastructure.IdentityProvider;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.MailServer;
import id.sigap.infrastructure.ServiceDatabase;
import id.sigap.infrastructure.ServiceProvisioning;
import id.sigap.infrastructure.SigapTopics;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one infrastructure of a test JVM: started when first asked for, gone with the JVM. For tests without Quarkus too.
 *
 * <p>Its addresses are system properties, because Quarkus loads test classes several times, each with static fields of its own, and one
 * broker is enough.
 */
public final class SharedInfrastructure {

    /** The operators that have topics in tests. */
    public static final List<OperatorCode> OPERATORS =
            List.of(new OperatorCode("TELKOMSEL"), new OperatorCode("INDOSAT"), new OperatorCode("XLSMART"));

    /** Of each topic: more than one, so that code which relies on one order over all keys fails. */
    public static final int PARTITIONS = 3;

    private static final String PREFIX = "sigap.test.running.";

    /** Asked for at every statement of some tests: provisioned once. */
    private static final Map<String, TestDatabase> DATABASES = new ConcurrentHashMap<>();

    private SharedInfrastructure() {}

    /** Where Kafka clients connect. Sigap's topics are there. */
    public static String bootstrapServers() {
        return running("bootstrap-servers");
    }

    /** Issuer of the identity provider; see {@link Tokens}. */
    public static String issuerUrl() {
        return running("issuer-url");
    }

    /** Where mail is sent to, on localhost. */
    public static int smtpPort() {
        return Integer.parseInt(running("smtp-port"));
    }

    /** Where {@link Mailbox} reads, on localhost. */
    static int mailboxPort() {
        return Integer.parseInt(running("mailbox-port"));
    }

    /** A service's database with its two roles; made if it isn't there. Its tables are the caller's business. */
    public static TestDatabase database(String name) {
        return DATABASES.computeIfAbsent(name, SharedInfrastructure::provisioned);
    }

    private static TestDatabase provisioned(String name) {
        var database = new ServiceDatabase(name, name + "-owner-password", name + "-password");
        ServiceProvisioning.provision(
                other -> DriverManager.getConnection(
                        jdbcUrl(other), running("superuser"), running("superuser-password")),
                database);
        return new TestDatabase(jdbcUrl(name), database);
    }

    private static String jdbcUrl(String database) {
        return running("jdbc-url") + database;
    }

    private static synchronized String running(String address) {
        if (System.getProperty(PREFIX + "bootstrap-servers") == null) {
            start();
        }
        return System.getProperty(PREFIX + address);
    }

    private static void start() {
        var kind = InfrastructureKind.ofThisMachine();
        var folder = TestFolder.ofThisJvm();
        var infrastructure =
                switch (kind) {
                    case EMBEDDED -> EmbeddedInfrastructure.start(folder.path());
                    case CONTAINERS -> ContainerInfrastructure.start(Images.configured());
                };
        var identity = IdentityProvider.start(0);
        var mail = MailServer.start(0, 0);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            infrastructure.close();
            folder.delete();
        }));
        KafkaBroker.createTopics(
                Map.of("bootstrap.servers", infrastructure.bootstrapServers()),
                SigapTopics.forOperators(OPERATORS, PARTITIONS));
        Map.of(
                        "superuser", infrastructure.superuser().name(),
                        "superuser-password", infrastructure.superuser().password(),
                        "jdbc-url", infrastructure.jdbcUrl(""),
                        "issuer-url", identity.issuerUrl(),
                        "smtp-port", Integer.toString(mail.smtpPort()),
                        "mailbox-port", Integer.toString(mail.httpPort()),
                        "bootstrap-servers", infrastructure.bootstrapServers())
                .forEach((name, value) -> System.setProperty(PREFIX + name, value));
    }
}
