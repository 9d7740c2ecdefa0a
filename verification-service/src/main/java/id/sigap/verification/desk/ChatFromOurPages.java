package id.sigap.verification.desk;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Another site's page can't open a socket with an officer's cookies: browsers say in every handshake which page it is from. */
@ApplicationScoped
class ChatFromOurPages implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    private static final TypedKey<HttpConnection> CONNECTION = new TypedKey<>("connection");

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest handshake = context.httpRequest();
        context.userData().put(CONNECTION, handshake.connection());
        String origin = handshake.getHeader("Origin");
        return origin != null && origin.endsWith("://" + handshake.getHeader("Host"))
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(FORBIDDEN);
    }

    /** Ends a socket whose page reads nothing: a close frame would wait behind all that isn't read, and Vert.x with it. */
    static void hangUpOn(WebSocketConnection page) {
        if (page.userData().get(CONNECTION) instanceof ConnectionBase connection) {
            connection.channel().close();
        }
    }
}
