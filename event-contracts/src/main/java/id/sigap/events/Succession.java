package id.sigap.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event that may be said in a state of what it is about, and the state it leads to. Together they are the orders in which a reader can hear the
 * events of one key; {@code successions/} has them for readers in other languages. The tests of the service that says the events hold the
 * tables against its aggregates, in both directions.
 *
 * @param from {@link #START} before the first event; in small letters, none to rest in: the next event is said in the same breath
 * @param to the same as {@code from} if nothing changes there
 */
public record Succession(String from, Class<? extends Event> event, String to) {

    public static final String START = "START";

    private static final String SAME = "=";

    private static final Map<String, Class<? extends Event>> BY_SIMPLE_NAME = EventType.all().stream()
            .map(EventType::record)
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    /** Of a report on the help desk. */
    public static List<Succession> ofCases() {
        return read("case");
    }

    /** Of an appeal on the help desk. */
    public static List<Succession> ofAppeals() {
        return read("appeal");
    }

    /** Of a ticket with an operator. */
    public static List<Succession> ofTickets() {
        return read("ticket");
    }

    private static List<Succession> read(String table) {
        String name = "/successions/" + table + ".txt";
        try (InputStream in = Succession.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(Succession::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static Stream<Succession> row(String line) {
        String[] cells = line.split(" +");
        Class<? extends Event> event = Objects.requireNonNull(BY_SIMPLE_NAME.get(cells[1]), line);
        return Arrays.stream(cells[0].split("\\|"))
                .map(from -> new Succession(from, event, cells[2].equals(SAME) ? from : cells[2]));
    }
}
