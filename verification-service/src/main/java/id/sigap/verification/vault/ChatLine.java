package id.sigap.verification.vault;

import io.quarkus.websockets.next.BasicWebSocketConnector;
import io.quarkus.websockets.next.BasicWebSocketConnector.ExecutionModel;
import io.quarkus.websockets.next.WebSocketClientConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;

/** The vault's own chat, joined in an officer's name. Nothing here waits: it runs on event loops. */
@ApplicationScoped
public class ChatLine {

    private final VaultConfig config;

    ChatLine(VaultConfig config) {
        this.config = config;
    }

    /**
     * Joins a conversation.
     *
     * @param token the officer's access token; the line ends with it
     * @param after the last place in the conversation that is known already; what was said since comes first
     * @param heard takes each frame as the vault sends it
     * @param ended told once, when the vault has hung up
     * @return fails if the vault is away
     */
    public Uni<WebSocketClientConnection> join(
            UUID report, String token, long after, Consumer<String> heard, Runnable ended) {
        String hello = new JsonObject()
                .put("type", "hello")
                .put("token", token)
                .put("report", report.toString())
                .put("after", after)
                .encode();
        return BasicWebSocketConnector.create()
                .baseUri(socketAddress())
                .path("/api/v1/chat")
                .executionModel(ExecutionModel.NON_BLOCKING)
                .onTextMessage((_, frame) -> heard.accept(frame))
                .onClose((_, _) -> ended.run())
                .onError((_, _) -> ended.run())
                .connect()
                .ifNoItem()
                .after(config.connectTimeout().plus(config.readTimeout()))
                .fail()
                .call(line -> line.sendText(hello));
    }

    private URI socketAddress() {
        return URI.create(config.url().toString().replaceFirst("^http", "ws"));
    }
}
