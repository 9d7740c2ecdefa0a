package id.sigap.intake.outcome;

import id.sigap.events.Event;
import id.sigap.events.verification.CaseWithdrawn;
import id.sigap.intake.outcome.Successions.Arrow;
import id.sigap.service.IllegalMove;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the vault hears, in the order in which it hears it, and when the reporter tries to take the report back.
 *
 * @param takenBackAt before which event; empty if they never try
 */
record Hearing(List<Event> events, Optional<Integer> takenBackAt) {

    /** Each topic's events in their order, and no order between the two. */
    static Stream<List<Event>> shuffles(List<Event> one, List<Event> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Stream.of(Stream.concat(one.stream(), other.stream()).toList());
        }
        return Stream.concat(
                shuffles(one.subList(1, one.size()), other).map(rest -> before(one.getFirst(), rest)),
                shuffles(one, other.subList(1, other.size())).map(rest -> before(other.getFirst(), rest)));
    }

    /** One of {@link #shuffles}. */
    static List<Event> shuffled(List<Event> one, List<Event> other, RandomGenerator random) {
        List<Event> heard = new ArrayList<>();
        int left = 0;
        int right = 0;
        while (left < one.size() || right < other.size()) {
            boolean fromLeft = right == other.size() || left < one.size() && random.nextBoolean();
            heard.add(fromLeft ? one.get(left++) : other.get(right++));
        }
        return heard;
    }

    /** The events heard, with a withdrawal tried at each moment, or never: the help desk says that it heard of one only after there was one. */
    static Stream<Hearing> of(List<Event> events) {
        int last = events.size();
        boolean must = false;
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof CaseWithdrawn) {
                must = true;
                last = i;
            }
        }
        Stream<Hearing> tried = IntStream.rangeClosed(0, last).mapToObj(at -> new Hearing(events, Optional.of(at)));
        return must ? tried : Stream.concat(Stream.of(new Hearing(events, Optional.empty())), tried);
    }

    static Stream<Hearing> of(Stream<List<Arrow>> words) {
        return words.map(Wire::events).flatMap(Hearing::of);
    }

    private static List<Event> before(Event first, List<Event> rest) {
        var all = new ArrayList<Event>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }

    /** Looks after each event. */
    interface Judge {

        /** @return what is wrong; empty if nothing is */
        Optional<String> judge(Fold expected);
    }

    /** @return what is wrong, and after what; empty if nothing is */
    Optional<String> tell(Follower follower, Judge judge) {
        Fold expected = new Fold();
        for (int heard = 0; heard <= events.size(); heard++) {
            Optional<String> wrong =
                    heard == 0 ? Optional.empty() : hear(events.get(heard - 1), follower, expected, judge);
            if (wrong.isEmpty() && takenBackAt.equals(Optional.of(heard))) {
                wrong = takeBack(follower, expected);
            }
            if (wrong.isPresent()) {
                return Optional.of("after %s: %s".formatted(first(heard), wrong.get()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> hear(Event event, Follower follower, Fold expected, Judge judge) {
        try {
            follower.hear(event);
        } catch (RuntimeException refused) {
            return Optional.of("refused by " + refused);
        }
        expected.hear(event);
        return judge.judge(expected);
    }

    private static Optional<String> takeBack(Follower follower, Fold expected) {
        boolean may = expected.mayBeTakenBack();
        try {
            follower.takeBack(Wire.START);
            expected.takenBack();
            return may ? Optional.empty() : Optional.of("taken back, though that was over");
        } catch (IllegalMove refused) {
            return may ? Optional.of("not taken back: " + refused.getMessage()) : Optional.empty();
        }
    }

    private String first(int heard) {
        return IntStream.range(0, heard)
                .mapToObj(i -> (takenBackAt.equals(Optional.of(i)) ? "TakenBack, " : "")
                        + events.get(i).getClass().getSimpleName())
                .collect(Collectors.joining(", "));
    }
}
