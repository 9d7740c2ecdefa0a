package id.sigap.faults.fault;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network and a mount table of one's own (Linux, root): what is dropped, filled or mounted in there is seen by nobody else on this machine and
 * is gone with the last process. Where it can't be had the trial runs without, and the faults that need it are skipped.
 */
public final class OwnNamespace {

    private static final String INSIDE = "sigap.faults.namespace";
    private static final List<String> ENTER = List.of("unshare", "--net", "--mount", "--");

    private OwnNamespace() {}

    /** True in a process that {@link #runAgain} started. */
    public static boolean isInside() {
        return Boolean.getBoolean(INSIDE);
    }

    /**
     * Runs this same program with the same arguments inside.
     *
     * @return its exit code; empty if no namespace can be had
     */
    public static Optional<Integer> runAgain(String mainClass, List<String> arguments)
            throws IOException, InterruptedException {
        if (!canEnter()) {
            return Optional.empty();
        }
        List<String> command = new ArrayList<>(ENTER);
        // a new network is down, even with itself
        command.addAll(List.of("sh", "-c", "ip link set lo up && exec \"$@\"", "sh"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-D" + INSIDE + "=true", "-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        Process inside = new ProcessBuilder(command).inheritIO().start();
        Thread stopper = new Thread(() -> {
            inside.destroy();
            inside.onExit().join();
        });
        Runtime.getRuntime().addShutdownHook(stopper);
        int exitCode = inside.waitFor();
        Runtime.getRuntime().removeShutdownHook(stopper);
        return Optional.of(exitCode);
    }

    private static boolean canEnter() throws InterruptedException {
        List<String> probe = new ArrayList<>(ENTER);
        probe.addAll(List.of("ip", "link", "set", "lo", "up"));
        try {
            return new ProcessBuilder(probe)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false; // no such program
        }
    }
}
