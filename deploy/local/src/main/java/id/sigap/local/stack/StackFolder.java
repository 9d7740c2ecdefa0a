package id.sigap.local.stack;

import id.sigap.local.service.Replica;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a stack keeps what it keeps.
 *
 * @param root such as {@code .sigap}
 * @param data what survives a restart: databases, Kafka's log, evidence, mail
 */
public record StackFolder(Path root, Path data) {

    public StackFolder {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    public static StackFolder at(Path root) {
        return new StackFolder(root, root.resolve("data"));
    }

    /** The same, with other data: what the demo plays with must not touch a person's own. */
    public StackFolder withData(String name) {
        return new StackFolder(root, root.resolve(name));
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path lock() {
        return root.resolve("lock");
    }

    public Path state() {
        return root.resolve("state");
    }

    /** By how much which clock is wrong. */
    public Path clocks() {
        return root.resolve("clocks");
    }

    public Path apps() {
        return root.resolve("apps");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    /** Where the replica runs and where its configuration is. */
    public Path service(Replica replica) {
        return root.resolve("services").resolve(replica.id());
    }

    /** @throws UncheckedIOException if something can't be deleted */
    public void deleteData() {
        delete(data);
    }

    static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
