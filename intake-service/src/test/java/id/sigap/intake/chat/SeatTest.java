package id.sigap.intake.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.sigap.events.ReportId;
import id.sigap.events.report.Author;
import id.sigap.intake.chat.Message.MessageView;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a seat does for somebody who reads slowly, or not at all. */
@Tag("quick")
class SeatTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModules(new Jdk8Module(), new JavaTimeModule());

    private static final int PAGE = 10;

    /** What was written and not yet taken by the network. */
    private final Queue<UniEmitter<? super Void>> onTheWay = new ConcurrentLinkedQueue<>();

    private final AtomicInteger pagesRead = new AtomicInteger();
    private volatile String closed = "";
    private volatile long stored;

    @Test
    void aLongConversation_isReadFromTheDatabaseNoFasterThanByItsReader() {
        // Given
        stored = 3 * PAGE;
        Seat seat = seat();
        var reading = Thread.ofVirtual().start(seat::catchUp);
        await().until(() -> onTheWay.size() == PAGE);
        // Then
        assertThat(pagesRead).hasValue(1);
        // When
        await().until(() -> {
            takeAll();
            return !reading.isAlive();
        });
        // Then
        assertThat(pagesRead).hasValue(4); // the last is empty
        assertThat(closed).isEmpty();
    }

    @Test
    void whoDoesNotRead_isShownOut() {
        Seat seat = seat();
        for (stored = 1; stored < 5_000 && closed.isEmpty(); stored++) {
            seat.show(message(stored));
        }
        assertThat(closed).isEqualTo("too-slow");
        assertThat(onTheWay).hasSizeLessThan(1_000);
    }

    @Test
    void whatIsSaidWhileSomebodyCatchesUp_waitsForNobody_andIsNotForgotten() {
        // Given
        stored = PAGE;
        Seat seat = seat();
        var reading = Thread.ofVirtual().start(seat::catchUp);
        await().until(() -> onTheWay.size() == PAGE);
        // When: whoever says it is not held up
        stored = PAGE + 1;
        seat.show(message(stored));
        // Then
        var taken = new AtomicInteger();
        await().until(() -> {
            taken.addAndGet(takeAll());
            return !reading.isAlive();
        });
        taken.addAndGet(takeAll());
        assertThat(taken).hasValue(PAGE + 1);
    }

    private int takeAll() {
        var taken = new ArrayList<UniEmitter<? super Void>>();
        for (UniEmitter<? super Void> frame; (frame = onTheWay.poll()) != null; ) {
            taken.add(frame);
        }
        taken.forEach(frame -> frame.complete(null));
        return taken.size();
    }

    private Seat seat() {
        var socket = (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "isOpen" -> closed.isEmpty();
                    case "sendText" -> Uni.createFrom().<Void>emitter(onTheWay::add);
                    case "userData" ->
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(), new Class<?>[] {UserData.class}, (_, _, _) -> null);
                    case "close" -> {
                        closed = ((CloseReason) arguments[0]).getMessage();
                        yield Uni.createFrom().voidItem();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return new Seat(
                socket,
                ReportId.of(UUID.randomUUID().toString()),
                Writer.REPORTER,
                new Pass.Receipt(),
                0,
                JSON,
                this::messagesAfter);
    }

    private List<MessageView> messagesAfter(long place) {
        pagesRead.incrementAndGet();
        return LongStream.rangeClosed(place + 1, Math.min(stored, place + PAGE))
                .mapToObj(SeatTest::message)
                .toList();
    }

    private static MessageView message(long place) {
        return new MessageView(
                place,
                new UUID(0, place),
                Author.OFFICER,
                Optional.of("sari"),
                "x".repeat(2_000),
                Instant.EPOCH,
                Optional.empty());
    }
}
