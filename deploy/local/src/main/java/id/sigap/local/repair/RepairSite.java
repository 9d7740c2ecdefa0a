package id.sigap.local.repair;

import id.sigap.events.Topic;
import id.sigap.journal.SigningKeys;
import id.sigap.local.StackFailed;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import id.sigap.repair.audit.AuditedService;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The databases and, perhaps, the broker that the repair tools work on.
 *
 * @param databases how to get into each service's; one that isn't here is left out
 * @param kafka the settings of a client that may read everything
 * @param auditKeys by which services' signatures are checked
 */
public record RepairSite(
        Map<Service, Login> databases, Optional<Map<String, Object>> kafka, Map<Service, PublicKey> auditKeys) {

    /** A database and who goes in. */
    public record Login(String url, String user, String password) {

        /** Passwords stay out of logs. */
        @Override
        public String toString() {
            return url;
        }
    }

    /** The stack that runs on this machine. */
    public static RepairSite of(Stack stack) {
        Map<Service, Login> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            databases.put(service, new Login(stack.jdbcUrl(service.database()), Stack.DATABASE_SUPERUSER, ""));
        }
        Map<Service, PublicKey> keys = new EnumMap<>(Service.class);
        databases
                .keySet()
                .forEach(service ->
                        keys.put(service, SigningKeys.publicKey(stack.secrets().auditPublicKey(service))));
        return new RepairSite(databases, Optional.of(new HashMap<>(stack.kafkaClient(KafkaRights.ADMIN))), keys);
    }

    /**
     * The same, with the broker that a file of client properties names.
     *
     * @throws UncheckedIOException if the file can't be read
     */
    public RepairSite withKafka(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Object> settings = new HashMap<>();
        properties.forEach((key, value) -> settings.put(key.toString(), value));
        return new RepairSite(databases, Optional.of(settings), auditKeys);
    }

    /**
     * The same, with the keys that a file names: {@code ticket-service=<public key, X.509, DER, Base64>}.
     *
     * @throws UncheckedIOException if the file can't be read
     * @throws IllegalArgumentException if a key is none, if it is of a service that isn't looked at, or if there is none at all
     */
    public RepairSite withAuditKeys(Path file) {
        Properties named = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            named.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (named.isEmpty()) {
            throw new IllegalArgumentException("no keys, such as ticket-service=MCowBQ…");
        }
        Map<Service, PublicKey> keys = new EnumMap<>(Service.class);
        named.forEach((name, key) -> keys.put(looked(name.toString()), key(name, key.toString())));
        return new RepairSite(databases, kafka, keys);
    }

    private Service looked(String name) {
        return services().stream()
                .filter(service -> service.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the journal of \"%s\" is not looked at; those are %s"
                        .formatted(name, services().stream().map(Service::id).collect(Collectors.joining(", ")))));
    }

    private static PublicKey key(Object name, String key) {
        try {
            return SigningKeys.publicKey(key);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    public Set<Service> services() {
        return databases.keySet();
    }

    /** @throws StackFailed if the database can't be reached, or nobody said where it is */
    public Connection connect(Service service) {
        Login login = databases.get(service);
        if (login == null) {
            throw new StackFailed("where is the database of %s? Say --database %s=jdbc:postgresql://…"
                    .formatted(service, service.database()));
        }
        try {
            return DriverManager.getConnection(login.url(), login.user(), login.password());
        } catch (SQLException e) {
            throw new StackFailed("the database of %s can't be reached: %s".formatted(service, e.getMessage()), e);
        }
    }

    /** All of them, for an audit. */
    public List<AuditedService> audited() {
        return services().stream()
                .map(service -> new AuditedService(
                        service.id(),
                        topic(service).name(),
                        () -> connect(service),
                        Optional.ofNullable(auditKeys.get(service))))
                .toList();
    }

    private static Topic topic(Service service) {
        return switch (service) {
            case INTAKE -> Topic.REPORTS;
            case VERIFICATION -> Topic.VERIFICATIONS;
            case TICKET -> Topic.TICKETS;
            case NOTIFIER -> Topic.CONFIRMATIONS;
            case SLA -> Topic.SLA;
        };
    }
}
