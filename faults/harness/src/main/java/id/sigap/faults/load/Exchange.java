package id.sigap.faults.load;

import id.sigap.faults.load.Operator.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * All operators' machines. Each request is answered the way its number's story wants; some are answered twice, and to some an operator
 * whom they are none of tries to answer first.
 */
final class Exchange {

    /** Of a hundred requests, so many are acknowledged first, confirmed twice at the same time, answered by a stranger first. */
    private static final int ACKNOWLEDGED = 40;

    private static final int CONFIRMED_TWICE = 30;
    private static final int INTRUDED = 25;

    /** How long after the window that stands in the request a late operator confirms: the clock itself starts only when it was delivered. */
    private static final Duration LATE_BY = Duration.ofSeconds(12);

    private final Map<String, Operator> operators;
    private final Patience patience;
    private final ExecutorService threads;
    private final RandomGenerator random;
    private final Map<String, Story> stories = new ConcurrentHashMap<>();
    private final Map<RequestFeed.Request, Boolean> open = new ConcurrentHashMap<>();

    Exchange(List<Operator> operators, Patience patience, ExecutorService threads, RandomGenerator random) {
        this.operators = operators.stream()
                .collect(Collectors.toMap(operator -> operator.code().value(), operator -> operator));
        this.patience = patience;
        this.threads = threads;
        this.random = random;
    }

    /** What is to become of the number when its operator is asked. */
    void expect(String number, Story story) {
        stories.put(number, story);
    }

    /** What is asked about a number that nobody here reported is others' to answer. */
    void heard(Operator operator, RequestFeed.Request request) {
        if (!stories.containsKey(request.number())) {
            return;
        }
        Turn turn = new Turn(chance(ACKNOWLEDGED), chance(CONFIRMED_TWICE), chance(INTRUDED), way(), way());
        open.put(request, true);
        threads.submit(() -> {
            try {
                answer(operator, request, turn);
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

    private record Turn(boolean acknowledges, boolean twice, boolean intruded, Way first, Way second) {}

    private void answer(Operator operator, RequestFeed.Request request, Turn turn) {
        if (stories.get(request.number()) == Story.ANSWERED_LATE) {
            Duration silence = Duration.between(Instant.now(), request.dueAt().plus(LATE_BY));
            patience.pause("the window of " + request.id(), silence.isNegative() ? Duration.ZERO : silence);
        }
        if (turn.intruded()) {
            stranger(operator).intrudes(request.id(), turn.second());
        }
        if (turn.acknowledges()) {
            operator.answers(request.id(), "ACKNOWLEDGED", turn.second());
        }
        if (turn.twice()) {
            threads.submit(() -> operator.answers(request.id(), "CONFIRMED", turn.second()));
        }
        operator.answers(request.id(), "CONFIRMED", turn.first());
    }

    private Operator stranger(Operator rightful) {
        return operators.values().stream()
                .filter(operator -> operator != rightful)
                .findFirst()
                .orElseThrow();
    }

    private synchronized boolean chance(int ofHundred) {
        return random.nextInt(100) < ofHundred;
    }

    private synchronized Way way() {
        return random.nextBoolean() ? Way.KAFKA : Way.REST;
    }
}
