package id.sigap.verification.desk;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;

/** Another site's page can't open a socket with an officer's cookies: browsers say in every handshake which page it is from. */
@ApplicationScoped
class ChatFromOurPages implements HttpUpgradeCheck {

    private static final int FORBIDDEN = 403;

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest handshake = context.httpRequest();
        String origin = handshake.getHeader("Origin");
        return origin != null && origin.endsWith("://" + handshake.getHeader("Host"))
                ? CheckResult.permitUpgrade()
                : CheckResult.rejectUpgrade(FORBIDDEN);
    }
}
