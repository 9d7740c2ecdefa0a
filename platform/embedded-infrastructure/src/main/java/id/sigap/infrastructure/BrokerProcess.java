package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The child JVM that a broker is: its files, its command line, its life and death. */
final class BrokerProcess {

    private static final long STARTUP_SECONDS = 60;
    private static final long STOP_SECONDS = 15;
    private static final int POLL_MILLIS = 20;
    /** A cluster of one needs no id of its own. */
    private static final String CLUSTER_ID = "c2lnYXAtbG9jYWwtMDAwMQ";

    private final BrokerSettings settings;
    private final Path serverProperties;
    private final Path log;
    private Process process;

    BrokerProcess(BrokerSettings settings) {
        this.settings = settings;
        this.serverProperties = settings.dataDir().resolve("server.properties");
        this.log = settings.dataDir().resolve("broker.log");
    }

    /** Returns when the port is open. */
    void start() {
        try {
            Files.createDirectories(settings.dataDir());
            writeProperties();
            if (!Files.exists(settings.dataDir().resolve("log").resolve("meta.properties"))) {
                format();
            }
            var jars = BrokerJars.find();
            process = java(jars, jars.keepingClasses(), "kafka.Kafka", serverProperties.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot prepare a Kafka broker in " + settings.dataDir(), e);
        }
        Reaper.ofThisProcess().adopt(process.pid(), Signal.TERM);
        awaitPort();
    }

    private void writeProperties() throws IOException {
        var lines = settings.properties().entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n", "", "\n"));
        Files.deleteIfExists(serverProperties);
        // passwords are in it
        Files.createFile(
                serverProperties, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(serverProperties, lines);
    }

    private void format() throws IOException {
        var jars = BrokerJars.find();
        var format = java(
                jars,
                jars.usingClasses(),
                "kafka.tools.StorageTool",
                "format",
                "-t",
                CLUSTER_ID,
                "-c",
                serverProperties.toString());
        if (!ended(format, STARTUP_SECONDS, TimeUnit.SECONDS) || format.exitValue() != 0) {
            format.destroyForcibly();
            throw new InfrastructureException("cannot format the Kafka broker's folder; its log: " + log);
        }
        flush(settings.dataDir().resolve("log"));
    }

    /** The tool leaves that to the system, and a broker whose first file a power cut took never starts again. */
    private static void flush(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private Process java(BrokerJars jars, List<String> archive, String main, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.heapMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"));
        command.addAll(archive);
        command.addAll(List.of("-cp", jars.classPath(), main));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .directory(settings.dataDir().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()));
        // what the parent was given for itself, such as an agent, isn't the child's
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH"));
        return builder.start();
    }

    private void awaitPort() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(STARTUP_SECONDS);
        while (!listening()) {
            // waiting for its end is the pause: a broker that dies is noticed at once
            boolean dead = ended(process, POLL_MILLIS, TimeUnit.MILLISECONDS);
            if (dead || System.nanoTime() > deadline) {
                kill();
                throw new InfrastructureException("the Kafka broker didn't start; its log: " + log);
            }
        }
    }

    private boolean listening() {
        try (var probe = new Socket()) {
            probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), POLL_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    void stop() {
        if (process.isAlive()) {
            process.destroy();
            new ProcessTree(process.pid()).resume(); // a suspended one would never hear it
            if (!ended(process, STOP_SECONDS, TimeUnit.SECONDS)) {
                kill();
            }
        }
        Reaper.ofThisProcess().release(process.pid());
    }

    void kill() {
        process.destroyForcibly();
        ended(process, STOP_SECONDS, TimeUnit.SECONDS);
        Reaper.ofThisProcess().release(process.pid());
    }

    private static boolean ended(Process process, long time, TimeUnit unit) {
        try {
            return process.waitFor(time, unit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InfrastructureException("interrupted while waiting for the Kafka broker", e);
        }
    }
}
