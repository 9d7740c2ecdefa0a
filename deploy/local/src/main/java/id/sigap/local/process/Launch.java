package id.sigap.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * How to start a process.
 *
 * @param name what people call it
 * @param command the program and its arguments
 * @param directory where it runs
 * @param environment added to ours
 * @param log what its output is appended to
 */
public record Launch(String name, List<String> command, Path directory, Map<String, String> environment, Path log) {

    /** A longer log is put aside at the next start, in place of the one put aside before. */
    private static final long LOG_LIMIT_BYTES = 20L * 1024 * 1024;

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** @throws IOException if the program can't be started */
    public Process start() throws IOException {
        Files.createDirectories(directory);
        Files.createDirectories(log.getParent());
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
