package id.sigap.notifier.reply;

import id.sigap.events.EventCodec;
import id.sigap.events.EventCodec.UnreadableEvent;
import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.events.operator.ActionReply;
import id.sigap.notifier.request.RefusedReply;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.Requests;
import id.sigap.reliable.ForeignBatch;
import id.sigap.reliable.ForeignRecord;
import id.sigap.reliable.RefusedRecord;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Operators' answers from {@code operator.<code>.confirmations}. The topic says whose answer it is, the broker when it came; where the broker doesn't say so, it came when it
 * is read. What can't be
 * accepted goes to that topic's dead letters with the reason, and changes nothing.
 */
@ApplicationScoped
class OperatorTopics {

    private static final Logger LOG = Logger.getLogger(OperatorTopics.class);
    private static final Pattern TOPIC = Pattern.compile("operator\\.([a-z0-9]+)\\.confirmations");

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
        batch.forEach(this::take);
    }

    private void take(ForeignRecord record) {
        OperatorCode from = operatorOf(record.topic());
        try {
            ActionReply answer = read(record);
            replies.take(from, answer.request(), reply(answer), ReplyChannel.KAFKA, countsFrom(record))
                    .orElseThrow(() -> new RefusedRecord("request: " + from + " was not asked by this id"));
        } catch (UnreadableEvent e) {
            throw new RefusedRecord(e.getMessage());
        } catch (RefusedReply e) {
            throw new RefusedRecord(e.getMessage());
        }
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

    private ActionReply read(ForeignRecord record) {
        byte[] value =
                record.value().orElseThrow(() -> new RefusedRecord("an answer needs a body, this record has none"));
        if (value.length > config.maxBytes()) {
            throw new RefusedRecord("larger than " + config.maxBytes() + " bytes");
        }
        return EventCodec.read(value, ActionReply.class);
    }

    private static Reply reply(ActionReply answer) {
        return switch (answer.outcome()) {
            case ACKNOWLEDGED -> new Reply.Seen();
            case CONFIRMED -> new Reply.Done(answer.doneAt(), answer.networkReference());
            case DECLINED ->
                new Reply.NotDone(answer.reason().orElseThrow(), answer.suggestedOperator(), answer.note());
        };
    }

    private static OperatorCode operatorOf(String topic) {
        Matcher name = TOPIC.matcher(topic);
        if (!name.matches()) {
            throw new RefusedRecord("not a topic of an operator");
        }
        return new OperatorCode(name.group(1).toUpperCase(Locale.ROOT));
    }
}
