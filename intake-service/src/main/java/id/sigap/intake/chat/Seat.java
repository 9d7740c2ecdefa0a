package id.sigap.intake.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.ReportId;
import id.sigap.intake.chat.Message.MessageView;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/** One socket in one conversation. Shows messages in order, each once, wherever they were stored. */
final class Seat {

    private static final Logger LOG = Logger.getLogger(Seat.class);

    private final WebSocketConnection socket;
    private final ReportId report;
    private final Writer writer;
    private final Pass pass;
    private final ObjectMapper json;
    private final LongFunction<List<MessageView>> messagesAfter;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private long shown;

    Seat(
            WebSocketConnection socket,
            ReportId report,
            Writer writer,
            Pass pass,
            long after,
            ObjectMapper json,
            LongFunction<List<MessageView>> messagesAfter) {
        this.socket = socket;
        this.report = report;
        this.writer = writer;
        this.pass = pass;
        this.shown = after;
        this.json = json;
        this.messagesAfter = messagesAfter;
    }

    ReportId report() {
        return report;
    }

    Writer writer() {
        return writer;
    }

    Pass pass() {
        return pass;
    }

    /** @param why machine-readable */
    void close(String why) {
        socket.close(new CloseReason(ChatSocket.REFUSED, why)).subscribe().with(_ -> {}, _ -> {});
    }

    /** Sends what was not shown yet. */
    void catchUp() {
        catchUpTo(Long.MAX_VALUE);
    }

    /** There is a message of that place: if it was not shown, it is read, with all before it. */
    void catchUpTo(long sequence) {
        guarded(() -> {
            if (shown < sequence) {
                showStored();
            }
        });
    }

    /** The message was stored a moment ago. It need not be read again where it is the next. */
    void show(MessageView message) {
        guarded(() -> {
            if (message.seq() == shown + 1) {
                sendNext(message);
            } else if (shown < message.seq()) {
                showStored();
            }
        });
    }

    private void showStored() {
        List<MessageView> page = messagesAfter.apply(shown);
        while (!page.isEmpty() && socket.isOpen()) {
            page.forEach(this::sendNext);
            page = messagesAfter.apply(shown);
        }
    }

    private void sendNext(MessageView message) {
        send(Frame.Said.of(message));
        shown = message.seq();
    }

    private void guarded(Runnable showing) {
        oneAtATime.lock();
        try {
            showing.run();
        } catch (RuntimeException e) {
            // the client resumes by its sequence
            LOG.warnf("chat push failed report=%s why=%s", report, e.getClass().getSimpleName());
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Sent in the order of the calls; a socket that is gone is closed by its own callback. */
    void send(Frame frame) {
        if (socket.isOpen()) {
            socket.sendText(text(frame))
                    .subscribe()
                    .with(_ -> {}, _ -> LOG.debugf("chat socket gone report=%s", report));
        }
    }

    private String text(Frame frame) {
        try {
            return json.writerFor(Frame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every frame can be written", e);
        }
    }
}
