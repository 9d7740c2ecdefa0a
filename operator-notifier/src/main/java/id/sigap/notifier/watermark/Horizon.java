package id.sigap.notifier.watermark;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;

/**
 * Up to when all confirmations received are published. Found in three steps, each of which may have to wait:
 * <ol>
 * <li>look at the clock ({@code asOf}), then at where operators' topics end: what was received on them up to {@code asOf} lies before;</li>
 * <li>wait until all of that is handled, then look at the clock again ({@code handledAt}): every answer received up to {@code asOf}, by topic
 * or by REST, was journalled by a transaction that began before {@code handledAt};</li>
 * <li>wait until every transaction that began before {@code handledAt} has ended and what it journalled is on Kafka.</li>
 * </ol>
 * Taking the oldest pointer's time itself would be wrong: an answer that lay on its topic for a minute is journalled with a later time than
 * the one it counts from.
 */
final class Horizon {

    private final OperatorOffsets operators;
    private final OwnJournal journal;
    private final Duration allowance;
    private Candidate candidate;

    Horizon(OperatorOffsets operators, OwnJournal journal, Duration allowance) {
        this.operators = operators;
        this.journal = journal;
        this.allowance = allowance;
    }

    private record Candidate(Instant asOf, Map<TopicPartition, Long> ends, Optional<Instant> handledAt) {}

    /** Goes as far as it can at the moment. @return the moment, once it is reached; the next call begins with another */
    Optional<Instant> advance() throws SQLException, ExecutionException, TimeoutException, InterruptedException {
        if (candidate == null) {
            // the clock first: a record that comes between the two may be counted in, but none is left out
            Instant asOf = journal.now();
            candidate = new Candidate(asOf, operators.ends(), Optional.empty());
        }
        if (candidate.handledAt().isEmpty() && operators.areHandled(candidate.ends())) {
            candidate = new Candidate(candidate.asOf(), candidate.ends(), Optional.of(journal.now()));
        }
        if (candidate.handledAt().isEmpty()
                || !journal.isPublishedUpTo(candidate.handledAt().get())) {
            return Optional.empty();
        }
        Instant through = candidate.asOf().minus(allowance);
        candidate = null;
        return Optional.of(through);
    }
}
