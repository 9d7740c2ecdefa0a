package id.sigap.bench.stage;

import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import id.sigap.local.stack.StackFolder;
import id.sigap.local.stack.StackOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What every benchmark is given.
 *
 * @param repository the checkout
 * @param folder for everything the run writes
 * @param rounds of subject and limit each
 * @param scale how much work
 */
public record Setup(Path repository, Path folder, int rounds, Scale scale, Console console) {

    /** How much work. */
    public enum Scale {
        /** For numbers. */
        FULL,
        /** To see that it works. */
        SMOKE
    }

    /** For a server with two cores: the whole compiler, and a heap that is there from the start. */
    public static final List<String> SERVER_JVM = List.of(
            "-Xms256m",
            "-Xmx256m",
            "-XX:TieredStopAtLevel=4",
            "-XX:ReservedCodeCacheSize=160m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+AlwaysPreTouch");

    public int pick(int full, int smoke) {
        return scale == Scale.FULL ? full : smoke;
    }

    public Duration pick(Duration full, Duration smoke) {
        return scale == Scale.FULL ? full : smoke;
    }

    /** Starts some services of a stack with fresh data, on free ports. */
    public LocalStack start(String bench, Set<Service> services, Map<Service, Map<String, String>> settings) {
        StackFolder home = StackFolder.at(folder.resolve(bench));
        home.deleteData();
        return LocalStack.start(StackOptions.forTest(repository, home.root(), console)
                .only(services)
                .with(settings)
                .jvm(SERVER_JVM));
    }

    public LocalStack start(String bench, Set<Service> services) {
        return start(bench, services, Map.of());
    }

    /** Says how far it is. */
    public void progress(String text, Object... values) {
        console.progress(text.formatted(values));
    }
}
