package id.sigap.intake.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.events.ReportId;
import id.sigap.intake.chat.Message.MessageView;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongFunction;
import org.jboss.logging.Logger;

/**
 * One socket in one conversation. Shows messages in order, each once, wherever they were stored; and no more than it reads: whoever doesn't is
 * shown out, and holds up nobody.
 */
final class Seat {

    /** A page of messages at their longest, and what is said meanwhile; in characters. */
    private static final long MOST_UNREAD = 1_000_000;

    /** How long somebody may take to read one. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Seat.class);

    private final WebSocketConnection socket;
    private final ReportId report;
    private final Writer writer;
    private final Pass pass;
    private final ObjectMapper json;
    private final LongFunction<List<MessageView>> messagesAfter;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    /** The place of the last message that is known to be stored. */
    private final AtomicLong newest = new AtomicLong();

    private final AtomicLong unread = new AtomicLong();
    private volatile long shown;

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

    /** Sends what was not shown yet, as fast as it is read. */
    void catchUp() {
        oneAtATime.lock();
        try {
            showStored();
        } catch (RuntimeException e) {
            giveUp(e);
        } finally {
            oneAtATime.unlock();
        }
        showOn(this::showStored);
    }

    /** There is a message of that place: if it was not shown, it is read, with all before it. */
    void catchUpTo(long sequence) {
        newest.accumulateAndGet(sequence, Math::max);
        showOn(this::showStored);
    }

    /** The message was stored a moment ago. It need not be read again where it is the next. */
    void show(MessageView message) {
        newest.accumulateAndGet(message.seq(), Math::max);
        showOn(() -> {
            if (message.seq() == shown + 1) {
                sendNext(message);
            } else {
                showStored();
            }
        });
    }

    /** Nobody waits here for somebody who is showing already: that one looks again before leaving. */
    private void showOn(Runnable first) {
        Runnable showing = first;
        boolean goesOn = true;
        while (goesOn && shown < newest.get() && socket.isOpen() && oneAtATime.tryLock()) {
            try {
                long before = shown;
                showing.run();
                goesOn = shown > before;
            } catch (RuntimeException e) {
                giveUp(e);
                goesOn = false;
            } finally {
                oneAtATime.unlock();
            }
            showing = this::showStored;
        }
    }

    /** Page by page, each when the one before has been read. */
    private void showStored() {
        List<MessageView> page = messagesAfter.apply(shown);
        while (!page.isEmpty() && socket.isOpen()) {
            page.subList(0, page.size() - 1).forEach(this::sendNext);
            MessageView last = page.getLast();
            written(Frame.Said.of(last)).await().atMost(PATIENCE);
            shown = last.seq();
            page = messagesAfter.apply(shown);
        }
    }

    private void sendNext(MessageView message) {
        send(Frame.Said.of(message));
        shown = message.seq();
    }

    /** The client resumes by its sequence. */
    private void giveUp(RuntimeException e) {
        LOG.warnf("chat push failed report=%s why=%s", report, e.getClass().getSimpleName());
        if (e instanceof TimeoutException) {
            showOut();
        }
    }

    private void showOut() {
        close("too-slow");
        HangUp.on(socket);
    }

    /** Sent in the order of the calls; a socket that is gone is closed by its own callback. */
    void send(Frame frame) {
        if (!socket.isOpen()) {
            return;
        }
        if (unread.get() > MOST_UNREAD) {
            showOut();
        } else {
            written(frame).subscribe().with(_ -> {}, _ -> LOG.debugf("chat socket gone report=%s", report));
        }
    }

    /** Done when the network has taken it. */
    private Uni<Void> written(Frame frame) {
        String text = text(frame);
        unread.addAndGet(text.length());
        return socket.sendText(text).onTermination().invoke(() -> unread.addAndGet(-text.length()));
    }

    private String text(Frame frame) {
        try {
            return json.writerFor(Frame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every frame can be written", e);
        }
    }
}
