package id.sigap.bench.stage;

import id.sigap.bench.measure.Expenses;
import id.sigap.local.StackFailed;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service's process and its database server's, and what they use. */
public final class Processes {

    private static final Pattern GENERATION =
            Pattern.compile("(?im)^\\s*(?:def ?new|tenured)[a-z ]*total \\d+K, used (\\d+)K");

    private final ProcessHandle service;
    private final ProcessHandle database;
    private final ProcessHandle broker;

    private Processes(ProcessHandle service, ProcessHandle database, ProcessHandle broker) {
        this.service = service;
        this.database = database;
        this.broker = broker;
    }

    public static Processes of(LocalStack stack, Service service) {
        long pid = StackState.read(stack.description().folder().state())
                .map(state -> state.parts().get(service.id()))
                .flatMap(StackState.Part::process)
                .orElseThrow(() -> new StackFailed(service + " doesn't run"))
                .pid();
        return new Processes(
                ProcessHandle.of(pid).orElseThrow(),
                ProcessHandle.of(stack.infrastructure().postgres().pid()).orElseThrow(),
                ProcessHandle.of(stack.infrastructure().kafka().pid()).orElseThrow());
    }

    /** What each has used since it was started. */
    public Bill bill() {
        return new Bill(
                Expenses.processorTime(service), Expenses.processorTime(database), Expenses.processorTime(broker));
    }

    /** Processor time of a service and of those that work for it. */
    public record Bill(Duration service, Duration database, Duration broker) {

        public Bill minus(Bill earlier) {
            return new Bill(
                    service.minus(earlier.service), database.minus(earlier.database), broker.minus(earlier.broker));
        }

        public Bill plus(Bill other) {
            return new Bill(service.plus(other.service), database.plus(other.database), broker.plus(other.broker));
        }

        public Duration serviceAndDatabase() {
            return service.plus(database);
        }
    }

    /**
     * What the service holds: live objects, and everything resident outside of the heap. The heap itself is resident from the start
     * ({@code AlwaysPreTouch}), so a difference of two such numbers counts neither garbage nor a heap that grows.
     */
    public long heldKilobytes() {
        jcmd("GC.run");
        Matcher generation = GENERATION.matcher(jcmd("GC.heap_info"));
        long live = 0;
        while (generation.find()) {
            live += Long.parseLong(generation.group(1));
        }
        if (live == 0) {
            throw new StackFailed("the heap can't be read");
        }
        return live + Expenses.residentKilobytes(service);
    }

    private String jcmd(String command) {
        try {
            Process jcmd = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "jcmd")
                                    .toString(),
                            Long.toString(service.pid()),
                            command)
                    .redirectErrorStream(true)
                    .start();
            String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            jcmd.waitFor();
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted", e);
        }
    }
}
