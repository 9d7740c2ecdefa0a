package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An officer's page that reads nothing. */
@Tag("quick")
class PageWireTest {

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private final List<String> closed = new CopyOnWriteArrayList<>();
    /** Done once the page reads. */
    private final CompletableFuture<Void> reads = new CompletableFuture<>();

    @Test
    void whatIsNotRead_doesNotPileUp() {
        // When
        sendThroughWire(Duration.ofMinutes(1), PageWire.MOST_ON_THEIR_WAY + 10);
        // Then
        assertThat(sent).hasSize(PageWire.MOST_ON_THEIR_WAY);
        assertThat(closed).containsExactly("unread", "hung up");
    }

    @Test
    void whatIsRead_goesOutHoweverMuchItIs() {
        // Given
        reads.complete(null);
        // When
        sendThroughWire(Duration.ofMinutes(1), 3 * PageWire.MOST_ON_THEIR_WAY);
        // Then
        assertThat(sent).hasSize(3 * PageWire.MOST_ON_THEIR_WAY);
        assertThat(closed).isEmpty();
    }

    @Test
    void aFrameThatIsNotReadInTime_endsTheSocket() {
        // When
        sendThroughWire(Duration.ofMillis(50), 1);
        // Then
        await().untilAsserted(() -> assertThat(closed).containsExactly("unread", "hung up"));
    }

    private void sendThroughWire(Duration patience, int frames) {
        var wire = new PageWire(page(), patience, () -> closed.add("hung up"));
        for (int i = 0; i < frames; i++) {
            wire.send("{}");
        }
    }

    private WebSocketConnection page() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (_, method, arguments) -> switch (method.getName()) {
                    case "isOpen" -> closed.isEmpty();
                    case "sendText" -> {
                        sent.add((String) arguments[0]);
                        yield Uni.createFrom().completionStage(reads.copy());
                    }
                    case "close" -> {
                        closed.add(((CloseReason) arguments[0]).getMessage());
                        yield Uni.createFrom().voidItem();
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
