package id.sigap.faults.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything all clients wrote down in a round. */
public record History(List<Attempt> attempts) {

    public History {
        attempts = List.copyOf(attempts);
    }

    /** @param folder with the clients' logs */
    public static History read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Attempt> attempts = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                attempts.addAll(attempts(file));
            }
            return new History(attempts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Attempt> attempts(Path file) throws IOException {
        Map<Long, Attempt> attempts = new LinkedHashMap<>();
        for (String text : Files.readAllLines(file)) {
            Line line = ClientLog.JSON.readValue(text, Line.class);
            if (line.phase() == Phase.INVOKE) {
                Line open = new Line(line.at(), line.client(), line.step(), line.operation(), Phase.UNKNOWN, Map.of());
                attempts.put(line.step(), new Attempt(line, open));
            } else {
                attempts.computeIfPresent(line.step(), (_, begun) -> new Attempt(begun.invoke(), line));
            }
        }
        return List.copyOf(attempts.values());
    }

    public Stream<Attempt> of(Operation operation) {
        return attempts.stream().filter(attempt -> attempt.operation() == operation);
    }

    public Stream<Attempt> of(Operation operation, Phase phase) {
        return of(operation).filter(attempt -> attempt.phase() == phase);
    }
}
