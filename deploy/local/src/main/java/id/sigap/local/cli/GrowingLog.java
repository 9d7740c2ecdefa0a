package id.sigap.local.cli;

import id.sigap.local.console.Console;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A log that somebody else still writes to. */
final class GrowingLog implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final BufferedReader lines;

    private GrowingLog(BufferedReader lines) {
        this.lines = lines;
    }

    static GrowingLog open(Path log) throws IOException {
        // a line may be cut in the middle of a letter
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPLACE);
        return new GrowingLog(new BufferedReader(new InputStreamReader(Files.newInputStream(log), decoder)));
    }

    /** What was written since the last time. */
    void print(Console console) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            console.line(line);
        }
    }

    /** Whatever is written, until this thread is interrupted or nobody reads on. */
    void follow(Console console) throws IOException {
        while (!Thread.currentThread().isInterrupted() && console.isHeard()) {
            print(console);
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
