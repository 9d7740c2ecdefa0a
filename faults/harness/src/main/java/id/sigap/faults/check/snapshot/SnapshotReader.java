package id.sigap.faults.check.snapshot;

import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads a quiet stack by its database server, its broker, its mailbox and its files; asks no service. */
public final class SnapshotReader {

    private SnapshotReader() {}

    /** @throws IllegalStateException if a part of it can't be read */
    public static Snapshot read(Stack stack) {
        Instant now = Instant.now();
        // the topics last: what a journal said is then on them
        Map<Service, Database> databases = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            databases.put(service, DatabaseReader.read(stack, service));
        }
        Vault vault = VaultReader.read(stack, databases.get(Service.INTAKE));
        List<Mail> mails = MailReader.read(stack);
        List<Position> positions = KafkaReader.positions(stack);
        List<Right> rights = KafkaReader.rights(stack);
        return new Snapshot(now, databases, KafkaReader.topics(stack), positions, rights, mails, vault, logs(stack));
    }

    private static Map<String, Path> logs(Stack stack) {
        try (Stream<Path> files = Files.list(stack.folder().logs())) {
            Map<String, Path> logs = new TreeMap<>();
            files.filter(file -> file.toString().endsWith(".log"))
                    .forEach(file -> logs.put(file.getFileName().toString(), file));
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
