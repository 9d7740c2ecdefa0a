package id.sigap.intake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One end of a conversation: the JDK's own WebSocket client. */
public final class ChatClient implements AutoCloseable, WebSocket.Listener {

    private static final long PATIENCE_SECONDS = 30;

    private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String why = "";
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;

    public ChatClient() {
        this(Map.of());
    }

    /** @param headers of the handshake */
    public ChatClient(Map<String, String> headers) {
        int port = RestAssured.port;
        WebSocket.Builder handshake = HttpClient.newHttpClient().newWebSocketBuilder();
        headers.forEach(handshake::header);
        socket = handshake
                .buildAsync(URI.create("ws://localhost:" + port + "/api/v1/chat"), this)
                .join();
    }

    public ChatClient send(Map<String, ?> frame) {
        return sendText(new JsonObject(Map.copyOf(frame)).encode());
    }

    public ChatClient sendText(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    public ChatClient say(String text, String clientId) {
        return send(Map.of("type", "message", "text", text, "clientId", clientId));
    }

    /** The next frame of that type; others are passed over. */
    public JsonObject hears(String type) {
        return hears(Set.of(type));
    }

    /** Which of the two comes next; others are passed over. */
    public String hearsEither(String one, String other) {
        return hears(Set.of(one, other)).getString("type");
    }

    private JsonObject hears(Set<String> types) {
        try {
            for (JsonObject frame; (frame = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) != null; ) {
                if (types.contains(frame.getString("type"))) {
                    return frame;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no frame of type " + types);
    }

    /** As many frames as that, or until it is closed. */
    public void floods(int frames) {
        try {
            for (int i = 0; i < frames; i++) {
                sendText("x");
            }
        } catch (CompletionException _) {
            // closed meanwhile
        }
    }

    /** The server's word. */
    public String whyClosed() throws InterruptedException {
        assertThat(isClosedByServer()).isTrue();
        return why;
    }

    public boolean isClosedByServer() throws InterruptedException {
        return closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            heard.add(new JsonObject(part.toString()));
            part.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        why = reason;
        closed.countDown();
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.countDown();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
