package id.sigap.faults.history;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/** One client's own log, written before and after everything it does: a line of JSON each, on disk when the call returns. */
public final class ClientLog implements AutoCloseable {

    static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final String client;
    private final BufferedWriter file;
    private long steps;

    /** @param folder one for each round */
    public ClientLog(Path folder, String client) {
        this.client = client;
        try {
            Files.createDirectories(folder);
            this.file = Files.newBufferedWriter(folder.resolve(client + ".jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the step, for {@link #end} */
    public synchronized long invoke(Operation operation, Map<String, String> asked) {
        write(new Line(Instant.now(), client, ++steps, operation, Phase.INVOKE, asked));
        return steps;
    }

    public synchronized void end(long step, Operation operation, Phase phase, Map<String, String> answered) {
        write(new Line(Instant.now(), client, step, operation, phase, answered));
    }

    private void write(Line line) {
        try {
            file.write(JSON.writeValueAsString(line));
            file.newLine();
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
