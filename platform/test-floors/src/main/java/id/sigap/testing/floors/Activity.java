package id.sigap.testing.floors;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.StackTrace;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/**
 * What a test JVM starts, and how long its test thread waits. The JDK's flight recorder sees both from outside; only a start of Quarkus, which
 * is no process, is read from its log.
 */
public final class Activity {

    /** What can be told apart. */
    public enum Kind {
        QUARKUS,
        BROKER,
        DATABASE,
        SERVICE,
        BROWSER,
        PROCESS,
        WAIT
    }

    /**
     * @param of what was started, in short: of a service the folder of its system; empty for a wait
     * @param took zero where that isn't known
     */
    public record Moment(Kind kind, String of, Instant at, Duration took) {

        private Moment later(Duration by) {
            return new Moment(kind, of, at.plus(by), took);
        }
    }

    /** Shorter waits are the scheduler's. */
    private static final Duration A_WAIT = Duration.ofMillis(10);

    private static final List<String> WAITS = List.of("jdk.ThreadPark", "jdk.ThreadSleep", "jdk.JavaMonitorWait");
    private static final String PROCESS_START = "jdk.ProcessStart";
    private static final Pattern QUARKUS_STARTED = Pattern.compile("powered by Quarkus .* started in ([0-9.]+)s");
    /** What a command line is known by. */
    private static final Map<Kind, Pattern> PROGRAMS = Map.of(
            Kind.BROKER, Pattern.compile(" kafka\\.Kafka "),
            Kind.DATABASE, Pattern.compile("(^|[ /])postgres -"),
            Kind.SERVICE, Pattern.compile("quarkus-run\\.jar"),
            Kind.BROWSER, Pattern.compile("playwright.*run-driver"));

    /** The settings of a system's services lie in its folder. */
    private static final Pattern SETTINGS = Pattern.compile("-Dquarkus\\.config\\.locations=(\\S+?)/services/");

    /** Recorded at the beginning: the recorder's clock isn't the wall's where that is a false one. */
    @Name(Anchor.NAME)
    @StackTrace(false)
    private static final class Anchor extends Event {
        static final String NAME = "id.sigap.testing.Anchor";
    }

    private final Recording recording;
    private final Instant begun;
    private final long testThread = Thread.currentThread().threadId();
    private final List<Moment> starts = Collections.synchronizedList(new ArrayList<>());
    private final Logger quarkus = Logger.getLogger("io.quarkus");
    private final Handler ear = new Ear();

    private Activity(Recording recording, Instant begun) {
        this.recording = recording;
        this.begun = begun;
    }

    static Activity watch() {
        Recording recording = new Recording();
        recording.enable(PROCESS_START).withoutStackTrace();
        WAITS.forEach(name -> recording.enable(name).withThreshold(A_WAIT).withoutStackTrace());
        recording.enable(Anchor.class);
        recording.start();
        new Anchor().commit();
        Activity activity = new Activity(recording, Instant.now());
        activity.quarkus.addHandler(activity.ear);
        return activity;
    }

    /** Everything since {@link #watch}, in order. */
    List<Moment> end() {
        quarkus.removeHandler(ear);
        recording.stop();
        List<Moment> all = new ArrayList<>(starts);
        all.addAll(recorded());
        all.sort(Comparator.comparing(Moment::at));
        return all;
    }

    private List<Moment> recorded() {
        List<Moment> moments = new ArrayList<>();
        Instant anchor = begun;
        try (recording) {
            Path file = Files.createTempFile("test-run", ".jfr");
            recording.dump(file);
            try (RecordingFile events = new RecordingFile(file)) {
                while (events.hasMoreEvents()) {
                    RecordedEvent event = events.readEvent();
                    if (event.getEventType().getName().equals(Anchor.NAME)) {
                        anchor = event.getStartTime();
                    }
                    moment(event).ifPresent(moments::add);
                }
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Duration behind = Duration.between(anchor, begun);
        return moments.stream().map(moment -> moment.later(behind)).toList();
    }

    private Optional<Moment> moment(RecordedEvent event) {
        if (event.getEventType().getName().equals(PROCESS_START)) {
            return Optional.of(process(event.getString("command"), event.getStartTime()));
        }
        // JUnit and others record events of their own
        return Optional.ofNullable(event.getThread())
                .filter(_ -> WAITS.contains(event.getEventType().getName()))
                .filter(one -> one.getJavaThreadId() == testThread)
                .map(_ -> new Moment(Kind.WAIT, "", event.getStartTime(), event.getDuration()));
    }

    private static Moment process(String command, Instant at) {
        String program = command.split(" ", 2)[0];
        Kind kind = PROGRAMS.entrySet().stream()
                .filter(one -> one.getValue().matcher(command).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Kind.PROCESS);
        Matcher settings = SETTINGS.matcher(command);
        String of = kind == Kind.SERVICE && settings.find() ? settings.group(1) : program;
        return new Moment(kind, of, at, Duration.ZERO);
    }

    /** Hears Quarkus say that it is up. */
    private final class Ear extends Handler {

        @Override
        public void publish(LogRecord record) {
            String message = record.getParameters() == null
                    ? record.getMessage()
                    : String.valueOf(record.getMessage()).formatted(record.getParameters());
            Matcher started = QUARKUS_STARTED.matcher(String.valueOf(message));
            if (started.find()) {
                Duration took = Duration.ofMillis((long) (1000 * Double.parseDouble(started.group(1))));
                starts.add(new Moment(Kind.QUARKUS, "quarkus", Instant.now(), took));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
