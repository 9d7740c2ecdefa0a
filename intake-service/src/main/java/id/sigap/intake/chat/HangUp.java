package id.sigap.intake.chat;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends a socket whose other end reads nothing: a close frame would wait behind all that isn't read, and Vert.x with it. */
@ApplicationScoped
class HangUp implements HttpUpgradeCheck {

    private static final TypedKey<HttpConnection> CONNECTION = new TypedKey<>("connection");

    /** Remembers what is beneath the socket, which Quarkus doesn't say later. */
    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext handshake) {
        handshake.userData().put(CONNECTION, handshake.httpRequest().connection());
        return CheckResult.permitUpgrade();
    }

    static void on(WebSocketConnection socket) {
        if (socket.userData().get(CONNECTION) instanceof ConnectionBase connection) {
            connection.channel().close();
        }
    }
}
