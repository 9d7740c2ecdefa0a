package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A program of the system's administrator, found where administrators have them. */
final class Tool {

    private static final String PATH = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin:/sbin:/usr/bin:/bin";

    private Tool() {}

    /** @throws InfrastructureException if it isn't there or fails, with what it said */
    static void run(String... command) {
        try {
            var line = new ArrayList<>(
                    List.of("sh", "-c", "exec \"$0\" \"$@\"")); // the shell looks along the PATH given here
            line.addAll(List.of(command));
            var builder = new ProcessBuilder(line);
            builder.environment().put("PATH", PATH);
            builder.environment().put("LC_ALL", "C");
            var process = builder.redirectErrorStream(true).start();
            process.getOutputStream().close();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new InfrastructureException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no POSIX shell to run " + command[0], e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while running " + command[0], e);
        }
    }
}
