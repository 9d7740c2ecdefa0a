package id.sigap.testing.floors.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of everything the tests promise, and where what has moved has gone. A promise is a test's class and display names:
 * {@code id.sigap.events.GoldenTest > golden_isRead(Path) > [1] ticket/ticket-opened.v1.json}.
 *
 * @param listed as committed before the floors were built, and whatever was added since
 * @param moves where a class or method has gone
 */
record Promises(List<String> listed, List<Move> moves) {

    static final Path LIST = Path.of("docs", "testing", "promises.txt");
    static final Path MOVES = Path.of("docs", "testing", "moves.tsv");

    /** The parts of a display name that are another with each run. */
    private static final Pattern CHANGING = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|@[0-9a-f]{5,}|\\b\\d{5,}\\b"
            + "|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z?|/(?:\\w+/)*target/\\S*");

    /**
     * @param from a class, or a class and a method: {@code id.sigap.a.BTest#method}
     * @param to the same; {@code full} for what only left the default floor
     */
    record Move(String from, String to, String why) {

        private static final String ONLY_UP = "full";

        boolean isOnlyUp() {
            return to.equals(ONLY_UP);
        }

        /** Where the promise is held now, if this move is about it. */
        private Optional<String> target(String promise) {
            if (isOnlyUp() || !concerns(from, promise)) {
                return Optional.empty();
            }
            return Optional.of(from.contains("#") || to.contains("#") ? to : to + promise.substring(from.length()));
        }
    }

    /** @throws IOException if the list can't be read */
    static Promises in(Path root) throws IOException {
        Path moves = root.resolve(MOVES);
        return new Promises(
                lines(root.resolve(LIST)),
                Files.exists(moves) ? lines(moves).stream().map(Promises::move).toList() : List.of());
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
    }

    private static Move move(String line) {
        String[] parts = line.split("\t", 3);
        return new Move(parts[0], parts[1], parts[2]);
    }

    /** As it is listed: without what is another with each run. */
    static String listed(String promise) {
        return CHANGING.matcher(promise).replaceAll("…");
    }

    static List<String> sorted(Stream<String> promises) {
        return List.copyOf(promises.map(Promises::listed).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** Those of the list that are neither among these nor held by what they have moved to. */
    List<String> goneFrom(Collection<String> all) {
        Set<String> present = all.stream().map(Promises::listed).collect(Collectors.toSet());
        List<String> gone = new ArrayList<>();
        for (String promise : listed) {
            if (!isHeld(promise, present) && !hasMoved(promise, present)) {
                gone.add(promise);
            }
        }
        return gone;
    }

    /** By itself or, where the list names a parameterised method as a whole, by one of its invocations. */
    private static boolean isHeld(String promise, Set<String> present) {
        return present.contains(promise) || present.stream().anyMatch(one -> one.startsWith(promise + " > "));
    }

    private boolean hasMoved(String promise, Set<String> present) {
        return moves.stream()
                .flatMap(move -> move.target(promise).stream())
                .anyMatch(target -> isHeld(target, present)
                        || present.stream().anyMatch(one -> target.contains("#") && concerns(target, one))
                        || moves.stream()
                                .flatMap(next -> next.target(target).stream())
                                .anyMatch(next -> isHeld(next, present)));
    }

    /** Whether the promise is of this class, or of this method of it. */
    private static boolean concerns(String place, String promise) {
        int hash = place.indexOf('#');
        if (hash < 0) {
            return promise.startsWith(place + " > ");
        }
        String method = place.substring(0, hash) + " > " + place.substring(hash + 1);
        return promise.equals(method)
                || promise.startsWith(method + "(")
                || promise.startsWith(method + " > ")
                || (promise.startsWith(place.substring(0, hash) + " > ")
                        && promise.contains(" > " + place.substring(hash + 1) + "("));
    }
}
