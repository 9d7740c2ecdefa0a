package id.sigap.faults.load;

import id.sigap.events.Action;
import id.sigap.faults.load.Operator.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All operators' machines. Each request is obeyed and answered the way its number's story wants; some late, some twice, some answered twice, and
 * to some an operator whom they are none of tries to answer first. What is withdrawn is not done any more, or undone, or done all the same and
 * owned up to.
 */
final class Exchange {

    /** Of a hundred requests, so many are acknowledged first, confirmed twice at the same time, answered by a stranger first. */
    private static final int ACKNOWLEDGED = 40;

    private static final int CONFIRMED_TWICE = 30;
    private static final int INTRUDED = 25;

    /** Of a hundred requests, so many are obeyed late, obeyed twice. */
    private static final int OBEYED_LATE = 30;

    private static final int OBEYED_TWICE = 20;
    private static final int LATE_AT_MOST_MILLIS = 1500;
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);

    /** How long after the window that stands in the request a late operator confirms: the clock itself starts only when it was delivered. */
    private static final Duration LATE_BY = Duration.ofSeconds(12);

    private static final Duration GLANCE = Duration.ofMillis(200);

    /** What a network makes of a block that is withdrawn before it was confirmed. */
    private enum Habit {
        /** It blocks after it has lifted the block, and says so: somebody has to ask it to lift that. */
        REMISS,
        /** It has blocked and not said so, and undoes it. */
        SILENT,
        /** It has not come to it, and never does. */
        SLOW,
        /** Nothing: it is quick, and the withdrawal comes too late or just in time. */
        QUICK
    }

    private final Map<String, Operator> operators;
    private final Patience patience;
    private final ExecutorService threads;
    private final RandomGenerator random;
    private final Map<String, Story> stories = new ConcurrentHashMap<>();
    private final Map<RequestFeed.Request, Boolean> open = new ConcurrentHashMap<>();
    private final Deque<Habit> habits = new ArrayDeque<>(List.of(Habit.values()));
    /** Numbers that somebody was asked about. */
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    /** Numbers whose block somebody has lifted, and said so. */
    private final Set<String> lifted = ConcurrentHashMap.newKeySet();

    Exchange(List<Operator> operators, Patience patience, ExecutorService threads, RandomGenerator random) {
        this.operators = operators.stream()
                .collect(Collectors.toMap(operator -> operator.code().value(), Function.identity()));
        this.patience = patience;
        this.threads = threads;
        this.random = random;
    }

    /** What is to become of the number when its operator is asked. */
    void expect(String number, Story story) {
        stories.put(number, story);
    }

    /** Waits until an operator was asked about the number. */
    void awaitAsked(String number) {
        await("a request about " + number, () -> asked.contains(number));
    }

    /** What is asked about a number that nobody here reported is others' to answer. */
    void heard(Operator operator, RequestFeed.Request request) {
        Story story = stories.get(request.number());
        if (story == null) {
            return;
        }
        asked.add(request.number());
        Turn turn = turn();
        open.put(request, true);
        threads.submit(() -> {
            try {
                answer(operator, request, story, turn);
                open.remove(request);
            } catch (GaveUp _) {
                // stays open, for whoever asks what was left undone
            }
        });
    }

    /** Requests that were heard and not yet answered. */
    List<String> unanswered() {
        return open.keySet().stream().map(RequestFeed.Request::id).toList();
    }

    private record Turn(
            boolean acknowledges,
            boolean twice,
            boolean intruded,
            Way first,
            Way second,
            Duration late,
            boolean obeyedTwice) {}

    private synchronized Turn turn() {
        return new Turn(
                chance(ACKNOWLEDGED),
                chance(CONFIRMED_TWICE),
                chance(INTRUDED),
                way(),
                way(),
                chance(OBEYED_LATE) ? Duration.ofMillis(random.nextInt(LATE_AT_MOST_MILLIS)) : Duration.ZERO,
                chance(OBEYED_TWICE));
    }

    /** By turns, so that a few early appeals see them all. */
    private synchronized Habit habit() {
        habits.addLast(habits.removeFirst());
        return habits.getLast();
    }

    private void answer(Operator operator, RequestFeed.Request request, Story story, Turn turn) {
        if (story == Story.ANSWERED_LATE) {
            Duration silence = Duration.between(Instant.now(), request.dueAt().plus(LATE_BY));
            patience.pause("the window of " + request.id(), silence.isNegative() ? Duration.ZERO : silence);
        }
        if (turn.intruded()) {
            stranger(operator).intrudes(request.id(), turn.second());
        }
        if (turn.acknowledges()) {
            operator.answers(request.id(), "ACKNOWLEDGED", turn.second());
        }
        if (request.action() == Action.BLOCK
                && story.isDeclinedBy(operator.code().value())) {
            operator.declines(request.id(), story.reason(), turn.first());
        } else if (request.action() == Action.BLOCK && story == Story.APPEALED_EARLY) {
            isOverruled(operator, request, turn);
        } else {
            obeys(operator, request, turn);
        }
    }

    private void obeys(Operator operator, RequestFeed.Request request, Turn turn) {
        patience.pause("the network", turn.late());
        if (!operator.network().obeys(request)) {
            return;
        }
        if (turn.obeyedTwice()) {
            patience.pause("the network", AGAIN_AFTER);
            operator.network().obeys(request);
        }
        if (turn.twice()) {
            threads.submit(() -> operator.answers(request.id(), "CONFIRMED", turn.second()));
        }
        operator.answers(request.id(), "CONFIRMED", turn.first());
        if (request.action() == Action.UNBLOCK) {
            lifted.add(request.number());
        }
    }

    private void isOverruled(Operator operator, RequestFeed.Request request, Turn turn) {
        Network network = operator.network();
        switch (habit()) {
            case QUICK -> obeys(operator, request, turn);
            case SILENT -> {
                network.obeys(request);
                await("the withdrawal of " + request.id(), () -> network.isWithdrawn(request.id()));
            }
            case SLOW -> await("the withdrawal of " + request.id(), () -> network.isWithdrawn(request.id()));
            case REMISS -> {
                await("the withdrawal of " + request.id(), () -> network.isWithdrawn(request.id()));
                await("the end of the block of " + request.number(), () -> lifted.contains(request.number()));
                network.obeysAllTheSame(request);
                operator.answers(request.id(), "CONFIRMED", turn.first());
                await("a second end of the block of " + request.number(), () -> !network.blocks(request.number()));
            }
        }
    }

    private void await(String what, BooleanSupplier come) {
        while (!come.getAsBoolean()) {
            patience.pause(what, GLANCE);
        }
    }

    private Operator stranger(Operator rightful) {
        return operators.values().stream()
                .filter(operator -> operator != rightful)
                .findFirst()
                .orElseThrow();
    }

    private boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    private Way way() {
        return random.nextBoolean() ? Way.KAFKA : Way.REST;
    }
}
