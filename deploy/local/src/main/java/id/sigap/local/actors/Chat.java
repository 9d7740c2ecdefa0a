package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One end of a conversation. */
public final class Chat implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 20;
    private static final JsonNode GONE = MissingNode.getInstance();

    private final BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    private Chat(HttpClient client, URI service) {
        URI address = URI.create(service.toString().replaceFirst("^http", "ws") + "/api/v1/chat");
        this.socket = client.newWebSocketBuilder()
                .buildAsync(address, new Ear(heard))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** @param hello who one is: a receipt, or a token and the report */
    public static Chat open(HttpClient client, URI service, Map<String, ?> hello) {
        Chat chat = new Chat(client, service);
        chat.send(hello);
        chat.hears("welcome");
        return chat;
    }

    public void send(Map<String, ?> frame) {
        socket.sendText(JSON.valueToTree(frame).toString(), true)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    /** Writes a message; it is stored when this returns. */
    public void says(String text) {
        send(Map.of(
                "type", "message", "text", text, "clientId", UUID.randomUUID().toString()));
    }

    /** Waits for the next message of that side, {@code REPORTER} or {@code OFFICER}; one hears one's own too. */
    public String hearsMessageOf(String author) {
        JsonNode message = hears("message");
        while (!message.path("author").asText().equals(author)) {
            message = hears("message");
        }
        return message.path("text").asText();
    }

    /** Waits for a frame of that type; others are passed over. */
    public JsonNode hears(String type) {
        return next(type, Duration.ofSeconds(PATIENCE_SECONDS))
                .orElseThrow(() -> new AssertionError("no " + type + " on the chat"));
    }

    /** The next frame of that type; others are passed over. Empty if there is silence for that long, or the line is gone. */
    public Optional<JsonNode> next(String type, Duration patience) {
        try {
            for (JsonNode frame; (frame = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) != null; ) {
                if (frame == GONE) {
                    return Optional.empty();
                }
                if (frame.path("type").asText().equals(type)) {
                    return Optional.of(frame);
                }
                Waiting.that(!frame.path("type").asText().equals("error"), "the chat answered " + frame);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "")
                .orTimeout(2, TimeUnit.SECONDS)
                .exceptionally(_ -> socket)
                .join();
    }

    private static final class Ear implements WebSocket.Listener {

        private final BlockingQueue<JsonNode> heard;
        private final StringBuilder partial = new StringBuilder();

        Ear(BlockingQueue<JsonNode> heard) {
            this.heard = heard;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            partial.append(data);
            if (last) {
                heard.add(OperatorTopics.json(partial.toString()));
                partial.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
            heard.add(GONE);
            return null;
        }

        @Override
        public void onError(WebSocket socket, Throwable error) {
            heard.add(GONE);
        }
    }
}
