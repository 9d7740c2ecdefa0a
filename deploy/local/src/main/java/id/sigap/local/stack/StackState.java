package id.sigap.local.stack;

import id.sigap.local.process.ProcessIdentity;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * What other processes need to know about a running stack; a file beside it.
 *
 * @param supervisor the process that watches over the rest
 * @param phase how far it is
 * @param ports its ports
 * @param data its data folder
 * @param profile what it was started for: {@code up} or {@code demo}
 * @param parts the processes under the supervisor, by name
 */
public record StackState(
        ProcessIdentity supervisor, Phase phase, PortPlan ports, Path data, String profile, Map<String, Part> parts) {

    /** How far a stack is. */
    public enum Phase {
        STARTING,
        READY
    }

    /**
     * A process of the stack.
     *
     * @param process empty while it waits for its restart
     * @param restarts how often it died
     * @param version what was started: the build's version
     */
    public record Part(Optional<ProcessIdentity> process, int restarts, String version) {}

    public StackState {
        parts = new LinkedHashMap<>(parts);
    }

    /** Empty if there is none, or nothing that this version wrote. */
    public static Optional<StackState> read(Path file) {
        Properties text = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            text.load(reader);
        } catch (AccessDeniedException e) {
            throw new UncheckedIOException(e); // somebody else's: not the same as none
        } catch (IOException _) {
            return Optional.empty();
        }
        try {
            Map<String, Part> parts = new LinkedHashMap<>();
            for (String name : text.getProperty("parts", "").split(",")) {
                if (!name.isEmpty()) {
                    parts.put(
                            name,
                            new Part(
                                    ProcessIdentity.parse(text.getProperty(name + ".process")),
                                    Integer.parseInt(text.getProperty(name + ".restarts", "0")),
                                    text.getProperty(name + ".version", "")));
                }
            }
            return ProcessIdentity.parse(text.getProperty("supervisor"))
                    .map(supervisor -> new StackState(
                            supervisor,
                            Phase.valueOf(text.getProperty("phase")),
                            new PortPlan(
                                    Integer.parseInt(text.getProperty("port-base")),
                                    Integer.parseInt(text.getProperty("replicas"))),
                            Path.of(text.getProperty("data")),
                            text.getProperty("profile"),
                            parts));
        } catch (IllegalArgumentException | NullPointerException _) {
            return Optional.empty();
        }
    }

    /** @throws UncheckedIOException if the folder can't be written to */
    void write(Path file) {
        Properties text = new Properties();
        text.setProperty("supervisor", supervisor.toString());
        text.setProperty("phase", phase.name());
        text.setProperty("port-base", Integer.toString(ports.base()));
        text.setProperty("replicas", Integer.toString(ports.replicas()));
        text.setProperty("data", data.toString());
        text.setProperty("profile", profile);
        text.setProperty("parts", String.join(",", parts.keySet()));
        parts.forEach((name, part) -> {
            part.process().ifPresent(process -> text.setProperty(name + ".process", process.toString()));
            text.setProperty(name + ".restarts", Integer.toString(part.restarts()));
            text.setProperty(name + ".version", part.version());
        });
        PrivateFile.write(file, text);
    }

    public boolean isSupervised() {
        return supervisor.isAlive();
    }

    /** Processes that outlived their supervisor, if any; none while it lives. */
    public List<ProcessIdentity> orphans() {
        List<ProcessIdentity> orphans = new ArrayList<>();
        if (!isSupervised()) {
            parts.values()
                    .forEach(part ->
                            part.process().filter(ProcessIdentity::isAlive).ifPresent(orphans::add));
        }
        return orphans;
    }
}
