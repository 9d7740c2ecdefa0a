package id.sigap.bench.stage;

import id.sigap.local.console.Console;
import id.sigap.local.service.Jvm;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What every benchmark is given.
 *
 * @param repository the checkout
 * @param folder for everything the run writes
 * @param rounds of subject and limit each
 * @param scale how much work
 * @param profiled whether each service records where its time goes, for JDK Mission Control or {@code jfr view}
 */
public record Setup(Path repository, Path folder, int rounds, Scale scale, boolean profiled, Console console) {

    /** How much work. */
    public enum Scale {
        /** For numbers. */
        FULL,
        /** To see that it works. */
        SMOKE
    }

    /** For a server with two cores: a heap that is there from the start, and no threads beside the work that collect it. */
    static List<String> serverJvm(int heapMegabytes) {
        return List.of(
                "-Xms" + heapMegabytes + "m", "-Xmx" + heapMegabytes + "m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC");
    }

    public int pick(int full, int smoke) {
        return scale == Scale.FULL ? full : smoke;
    }

    public Duration pick(Duration full, Duration smoke) {
        return scale == Scale.FULL ? full : smoke;
    }

    /** Starts some services of a stack with fresh data, on free ports. @param heapMegabytes of each service */
    public LocalStack start(String bench, Set<Service> services, int heapMegabytes) {
        StackFolder home = StackFolder.at(folder.resolve(bench));
        home.deleteData();
        return LocalStack.start(StackOptions.forTest(repository, home.root(), console)
                .only(services)
                .jvm(jvm -> jvm.sized(Jvm.Size.SERVER)
                        .with(serverJvm(heapMegabytes))
                        .with(profiled ? List.of(recording()) : List.of())));
    }

    /** The recording appears when the service ends, named after its process. */
    private String recording() {
        try {
            return "-XX:StartFlightRecording=settings=profile,dumponexit=true,filename="
                    + Files.createDirectories(folder.resolve("profiles"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says how far it is. */
    public void progress(String text, Object... values) {
        console.progress(text.formatted(values));
    }
}
