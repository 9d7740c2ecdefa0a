package id.sigap.notifier.reply;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ActionReply;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.Requests;
import id.sigap.notifier.request.Taken;
import id.sigap.reliable.ForeignBatch;
import id.sigap.reliable.ForeignRecord;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Operators' answers from {@code operator.<code>.confirmations}. The topic says whose answer it is, the broker when it came; where the broker doesn't say so, it came when it
 * is read. What can't be
 * accepted goes to that topic's dead letters with the reason, in the same transaction as everything else of its batch.
 */
@ApplicationScoped
class OperatorTopics {

    private static final Logger LOG = Logger.getLogger(OperatorTopics.class);
    private static final Pattern TOPIC = Pattern.compile("operator\\.([a-z][a-z0-9]{1,19})\\.confirmations");

    private final Replies replies;
    private final Requests requests;
    private final ReplyConfig config;
    private final Set<String> unstamped = ConcurrentHashMap.newKeySet();

    OperatorTopics(Replies replies, Requests requests, ReplyConfig config) {
        this.replies = replies;
        this.requests = requests;
        this.config = config;
    }

    @Incoming("replies")
    @Blocking
    void on(ForeignBatch batch) {
        batch.forEach(record -> take(record).map(Complaint::toString));
    }

    /** Empty if it was taken; else why not. */
    private Optional<Complaint> take(ForeignRecord record) {
        Optional<OperatorCode> from = operatorOf(record.topic());
        if (from.isEmpty()) {
            return Optional.of(Complaint.of("no-operator", "not a topic of an operator"));
        }
        return switch (Reading.of(record, config.maxBytes())) {
            case Reading.Unreadable(Complaint why) -> Optional.of(why);
            case Reading.Read(ActionReply answer) ->
                replies.take(from.get(), answer.request(), reply(answer), ReplyChannel.KAFKA, countsFrom(record))
                        .map(heard -> complaint(heard.taken()))
                        .orElseGet(() -> Optional.of(
                                new Complaint("unknown-request", "request", from.get() + " was not asked by this id")));
        };
    }

    private static Optional<Complaint> complaint(Taken taken) {
        return switch (taken) {
            case Taken.Refused refused -> Optional.of(Complaint.of(refused.why()));
            case Taken.Said _, Taken.NothingNew _ -> Optional.empty();
        };
    }

    /** A time that the writer chose counts for nothing: it might be one before the deadline. */
    private Instant countsFrom(ForeignRecord record) {
        return record.appendedAt().map(at -> at.truncatedTo(ChronoUnit.MILLIS)).orElseGet(() -> {
            if (unstamped.add(record.topic())) {
                LOG.errorf(
                        "answers count from when they are read, not from when they came: set message.timestamp.type=LogAppendTime topic=%s",
                        record.topic());
            }
            return requests.now();
        });
    }

    private static Reply reply(ActionReply answer) {
        return switch (answer.outcome()) {
            case ACKNOWLEDGED -> new Reply.Seen();
            case CONFIRMED -> new Reply.Done(answer.doneAt(), answer.networkReference());
            case DECLINED ->
                new Reply.NotDone(answer.reason().orElseThrow(), answer.suggestedOperator(), answer.note());
        };
    }

    private static Optional<OperatorCode> operatorOf(String topic) {
        Matcher name = TOPIC.matcher(topic);
        return name.matches()
                ? Optional.of(new OperatorCode(name.group(1).toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }
}
