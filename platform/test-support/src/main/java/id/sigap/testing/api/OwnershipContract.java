package id.sigap.testing.api;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.api.RawHttp.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an API promises whose things belong to somebody, or to each other: ids that were swapped find as little as ids of nothing. */
public abstract class OwnershipContract extends ApiContract {

    private static final Pattern VARIABLE = Pattern.compile("\\{(.*?)}");
    private static final Set<String> SAFE = Set.of("GET", "HEAD");

    /**
     * Things that belong together.
     *
     * @param owner headers by which their owner shows who they are; none for things that all who may call see
     * @param ids by variable of the path
     */
    public record Belongings(List<String> owner, Map<String, String> ids) {

        boolean owned() {
            return !owner.isEmpty();
        }
    }

    /** Two of a kind. */
    public record Pair(Belongings mine, Belongings theirs) {}

    /** One request. */
    private record Swapped(String method, String path, Answer answer, Answer toNothing) {

        /** Nobody can tell it from a request for what isn't there. */
        boolean tells() {
            // deleting what isn't there is done at once
            return answer.status() < 400 && !method.equals("DELETE")
                    || answer.status() != toNothing.status()
                    || !text(answer).equals(text(toNothing));
        }

        /** But for the address, which a problem repeats. */
        private static String text(Answer answer) {
            return new String(answer.body(), StandardCharsets.UTF_8)
                    .replaceAll("\"(instance|traceId)\":\"[^\"]*\"", "");
        }

        @Override
        public String toString() {
            return method + " " + path + " → " + answer.status() + " " + text(answer) + ", not " + toNothing.status()
                    + " " + text(toNothing);
        }
    }

    protected abstract List<Pair> pairs();

    /** How somebody shows who they are, by account id. */
    protected static List<String> as(String account) {
        return List.of(AccessTable.authorization(account));
    }

    @Test
    void swappedIds_findNoMoreThanIdsOfNothing() {
        // Given
        List<Operation> operations = operations();
        List<Pair> pairs = pairs();
        Set<String> found = found(operations, pairs);
        assertThat(found).as("found by whom it belongs to").containsAll(readings(operations));
        // When
        List<Swapped> telling = pairs.stream()
                .flatMap(both -> of(operations, both.mine()).flatMap(operation -> swaps(both, operation)))
                .filter(Swapped::tells)
                .toList();
        // Then
        assertThat(telling).isEmpty();
        assertThat(found(operations, pairs)).as("still found").isEqualTo(found);
    }

    private static Stream<Operation> of(List<Operation> operations, Belongings things) {
        return operations.stream()
                .filter(operation -> !variables(operation).isEmpty())
                .filter(operation -> things.ids().keySet().containsAll(variables(operation)));
    }

    /** What can be read of mine and theirs by whom it belongs to. */
    private Set<String> found(List<Operation> operations, List<Pair> pairs) {
        return pairs.stream()
                .flatMap(both -> Stream.of(both.mine(), both.theirs()))
                .flatMap(things -> of(operations, things)
                        .filter(operation -> SAFE.contains(operation.method()))
                        .filter(operation ->
                                send(operation, things, things.ids()).status() < 300)
                        .flatMap(operation -> Stream.of(operation.name(), path(operation, things.ids()))))
                .collect(Collectors.toSet());
    }

    private static List<String> readings(List<Operation> operations) {
        return operations.stream()
                .filter(operation -> SAFE.contains(operation.method()))
                .filter(operation -> !variables(operation).isEmpty())
                .map(Operation::name)
                .toList();
    }

    /** Each choice of variables whose ids are theirs: some for what all may see, also all for what has an owner. */
    private Stream<Swapped> swaps(Pair both, Operation operation) {
        List<String> variables = variables(operation);
        int all = (1 << variables.size()) - 1;
        return IntStream.rangeClosed(1, all)
                .filter(chosen -> chosen < all || both.mine().owned())
                .mapToObj(chosen -> {
                    var theirs = new HashMap<>(both.mine().ids());
                    for (int i = 0; i < variables.size(); i++) {
                        if ((chosen >> i & 1) == 1) {
                            theirs.put(variables.get(i), both.theirs().ids().get(variables.get(i)));
                        }
                    }
                    var nothing = new HashMap<>(theirs);
                    nothing.put(variables.getLast(), nothing(variables.getLast()));
                    return new Swapped(
                            operation.method(),
                            path(operation, theirs),
                            send(operation, both.mine(), theirs),
                            send(operation, both.mine(), nothing));
                });
    }

    private Answer send(Operation operation, Belongings who, Map<String, String> ids) {
        var headers = new ArrayList<>(who.owned() ? who.owner() : access().keyTo(operation));
        operation.parameters().stream()
                .filter(parameter -> parameter.place().equals("header"))
                .map(Operation.Parameter::name)
                .filter(name -> known().containsKey(name))
                .filter(name -> headers.stream().noneMatch(line -> line.startsWith(name + ":")))
                .forEach(name -> headers.add(name + ": " + known().get(name)));
        headers.add("Content-Type: " + operation.contentType());
        headers.add("Accept-Language: en");
        byte[] body = SAFE.contains(operation.method())
                ? new byte[0]
                : bodyOf(operation).getBytes(StandardCharsets.UTF_8);
        return server().send(operation.method(), path(operation, ids), headers, body);
    }

    /** An id of that kind that nothing has. */
    protected String nothing(String variable) {
        return UNKNOWN;
    }

    /** In good order, so that only the ids are in the way. */
    protected String bodyOf(Operation operation) {
        return "{}";
    }

    private static String path(Operation operation, Map<String, String> ids) {
        return VARIABLE.matcher(operation.path()).replaceAll(variable -> ids.get(variable.group(1)));
    }

    private static List<String> variables(Operation operation) {
        return VARIABLE.matcher(operation.path())
                .results()
                .map((MatchResult variable) -> variable.group(1))
                .toList();
    }
}
