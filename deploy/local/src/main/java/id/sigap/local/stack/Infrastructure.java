package id.sigap.local.stack;

import id.sigap.infrastructure.BrokerSettings;
import id.sigap.infrastructure.IdentityProvider;
import id.sigap.infrastructure.KafkaBroker;
import id.sigap.infrastructure.KafkaUser;
import id.sigap.infrastructure.MailServer;
import id.sigap.infrastructure.PostgresServer;
import id.sigap.infrastructure.Security;
import id.sigap.infrastructure.ServiceDatabase;
import id.sigap.infrastructure.SigapTopics;
import id.sigap.infrastructure.Volume;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** What the services stand on, ready for them: databases with their roles, topics with their rights, mail, identity. */
public final class Infrastructure implements AutoCloseable {

    private static final int PARTITIONS = 6;
    private static final int BROKER_HEAP_MEGABYTES = 256;

    private final Stack stack;
    private final Console console;
    private final InfrastructureOptions options;
    private final Clocks clocks;
    private Disks disks;
    private PostgresServer postgres;
    private KafkaBroker kafka;
    private MailServer mail;
    private IdentityProvider identity;

    private Infrastructure(Stack stack, InfrastructureOptions options, Clocks clocks, Console console) {
        this.stack = stack;
        this.options = options;
        this.clocks = clocks;
        this.console = console;
    }

    /** @throws StackFailed if a part doesn't come up; then none is left running */
    static Infrastructure start(Stack stack, InfrastructureOptions options, Clocks clocks, Console console) {
        Infrastructure infrastructure = new Infrastructure(stack, options, clocks, console);
        infrastructure.disks = Disks.mount(stack.folder().data(), options.disks());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(infrastructure::startPostgres, threads),
                            CompletableFuture.runAsync(infrastructure::startKafka, threads),
                            CompletableFuture.runAsync(infrastructure::startMailAndIdentity, threads))
                    .join();
            return infrastructure;
        } catch (CompletionException e) {
            infrastructure.close();
            throw new StackFailed(e.getCause().getMessage(), e.getCause());
        }
    }

    private void startPostgres() {
        PostgresServer server = PostgresServer.start(
                stack.folder().data().resolve("postgres"),
                stack.ports().postgres(),
                clocks.environmentOf(Clocked.POSTGRES));
        synchronized (this) {
            postgres = server;
        }
        for (Service service : Service.values()) {
            server.createService(new ServiceDatabase(
                    service.database(),
                    stack.secrets().databaseOwner(service),
                    stack.secrets().databaseUser(service)));
        }
        console.progress("PostgreSQL is ready");
    }

    private void startKafka() {
        List<KafkaRights> rights = KafkaRights.ofEveryone();
        Security security = Security.sasl(
                new KafkaUser(KafkaRights.ADMIN, stack.secrets().kafka(KafkaRights.ADMIN)),
                rights.stream().map(right -> right.login(stack.secrets())).toList());
        KafkaBroker broker =
                KafkaBroker.start(BrokerSettings.in(stack.folder().data().resolve("kafka"))
                        .onPorts(stack.ports().kafka(), stack.ports().kafkaController())
                        .securedBy(security)
                        .flushed(options.flushedKafka())
                        .heapMegabytes(BROKER_HEAP_MEGABYTES));
        synchronized (this) {
            kafka = broker;
        }
        broker.createTopics(SigapTopics.forOperators(KafkaRights.OPERATORS, PARTITIONS));
        try (Admin admin = broker.admin()) {
            KafkaRights.establish(admin, rights);
            WriteQuota.ofAnOperator(System.getenv()).establish(admin, KafkaRights.ofOperators());
        }
        console.progress("Kafka is ready");
    }

    private void startMailAndIdentity() {
        MailServer mailServer =
                MailServer.start(stack.ports().smtp(), stack.ports().mailbox());
        synchronized (this) {
            mail = mailServer;
        }
        IdentityProvider provider = IdentityProvider.start(stack.ports().identity());
        synchronized (this) {
            identity = provider;
        }
        console.progress("mail server and identity provider are ready");
    }

    /** The database server, for who wants to stop or break it. */
    public synchronized PostgresServer postgres() {
        return postgres;
    }

    /** The broker, for who wants to stop or break it. */
    public synchronized KafkaBroker kafka() {
        return kafka;
    }

    public synchronized MailServer mail() {
        return mail;
    }

    public synchronized IdentityProvider identity() {
        return identity;
    }

    /**
     * The disk of its own that this is on.
     *
     * @throws IllegalArgumentException if it isn't on one
     */
    public Volume disk(Disk disk) {
        return disks.of(disk);
    }

    /** The database server loses its power and gets it back: what it had not flushed is gone. Needs {@link Disk#POSTGRES}. */
    public void powerCutPostgres() {
        disk(Disk.POSTGRES).cutPower();
        postgres().kill();
        disk(Disk.POSTGRES).restorePower();
        postgres().revive();
    }

    /** The broker loses its power and gets it back: what it had not flushed is gone. Needs {@link Disk#KAFKA}. */
    public void powerCutKafka() {
        disk(Disk.KAFKA).cutPower();
        kafka().kill();
        disk(Disk.KAFKA).restorePower();
        kafka().revive();
    }

    /**
     * Sets the database server's wall clock wrong by this much, at once and in sessions that are open too; zero sets it right. Needs
     * {@link Clocked#POSTGRES}.
     */
    public void shiftClock(Duration by) {
        clocks.shift(Clocked.POSTGRES, by);
    }

    @Override
    public void close() {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (AutoCloseable part : parts()) {
                threads.submit(() -> {
                    part.close();
                    return null;
                });
            }
        }
        disks.close();
    }

    private synchronized List<AutoCloseable> parts() {
        return Stream.<AutoCloseable>of(identity, mail, kafka, postgres)
                .filter(Objects::nonNull)
                .toList();
    }
}
