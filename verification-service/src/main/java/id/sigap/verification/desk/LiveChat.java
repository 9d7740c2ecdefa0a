package id.sigap.verification.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.service.Roles;
import id.sigap.verification.vault.ChatLine;
import io.netty.handler.codec.http.cookie.Cookie;
import io.netty.handler.codec.http.cookie.ServerCookieDecoder;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.HandshakeRequest;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketClientConnection;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The conversation of a case, live: passes the vault's own chat through to the officer's browser, whose session is good for the desk only.
 * Frames go both ways as they are; only the first, {@code hello}, is said anew, with the officer's access token. It ends with the session, with the
 * page, or with the vault; the page comes back by itself and says what it has seen.
 */
@WebSocket(path = LiveChat.PATH)
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
class LiveChat {

    static final String PATH = "/desk/cases/{report}/chat";

    private static final Logger LOG = Logger.getLogger(LiveChat.class);
    private static final TypedKey<WebSocketClientConnection> LINE = new TypedKey<>("line");
    /** The name of the officer's session, as their cookie holds it. */
    static final TypedKey<String> SESSION = new TypedKey<>("session");

    private static final TypedKey<Boolean> JOINING = new TypedKey<>("joining");
    /** RFC 6455: what was sent breaks the rules; the IANA registry: try again later. */
    private static final int REFUSED = 1008;

    private static final int LATER = 1013;

    private static final String NO_HELLO = "{\"type\":\"error\",\"code\":\"hello-expected\"}";

    private final ChatLine vault;
    private final OpenLines lines;
    private final SecurityIdentity officer;
    private final ObjectMapper json;

    LiveChat(ChatLine vault, OpenLines lines, SecurityIdentity officer, ObjectMapper json) {
        this.vault = vault;
        this.lines = lines;
        this.officer = officer;
        this.json = json;
    }

    /** Nothing yet, unless it is one too many: the page begins, by saying what it has. */
    @OnOpen
    Uni<Void> opened(WebSocketConnection page) {
        Optional<String> session = session(page.handshakeRequest());
        session.ifPresent(name -> page.userData().put(SESSION, name));
        return session.filter(lines::hasTooManyChats).isPresent()
                ? end(page, LATER, "too-many-open")
                : Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> received(String frame, @PathParam String report, WebSocketConnection page) {
        WebSocketClientConnection line = page.userData().get(LINE);
        if (line != null) {
            return line.sendText(frame).onFailure().recoverWithUni(() -> end(page, LATER, "vault-away"));
        }
        if (page.userData().get(JOINING) != null) {
            return end(page, REFUSED, "hello-expected");
        }
        page.userData().put(JOINING, true);
        try {
            return join(UUID.fromString(report), Hello.read(frame, json).after(), page);
        } catch (JsonProcessingException | IllegalArgumentException _) {
            return page.sendText(NO_HELLO).eventually(() -> end(page, REFUSED, "hello-expected"));
        }
    }

    private Uni<Void> join(UUID report, long after, WebSocketConnection page) {
        String token = officer.getCredential(AccessTokenCredential.class).getToken();
        var wire = new PageWire(page, PageWire.PATIENCE, () -> ChatFromOurPages.hangUpOn(page));
        return vault.join(report, token, after, wire::send, () -> endNow(page))
                .onItem()
                .transformToUni(line -> {
                    page.userData().put(LINE, line);
                    return page.isOpen() ? Uni.createFrom().voidItem() : line.close();
                })
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("vault's chat not joined: %s", failure.getClass().getSimpleName());
                    return end(page, LATER, "vault-away");
                });
    }

    /** Frames that together are larger than any message: Vert.x says it so, and nothing of ours is broken. */
    @OnError
    Uni<Void> tooLarge(IllegalStateException failure, WebSocketConnection page) {
        LOG.infof("chat socket closed why=%s", failure.getMessage());
        return end(page, REFUSED, "too-large");
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection page) {
        WebSocketClientConnection line = page.userData().get(LINE);
        return line == null || line.isClosed() ? Uni.createFrom().voidItem() : line.close();
    }

    private static Optional<String> session(HandshakeRequest handshake) {
        String cookies = handshake.header(HttpHeaders.COOKIE.toString());
        return cookies == null
                ? Optional.empty()
                : ServerCookieDecoder.STRICT.decode(cookies).stream()
                        .filter(cookie -> cookie.name().equals(DeskSessions.COOKIE))
                        .map(Cookie::value)
                        .findFirst();
    }

    /** Whose session has ended leaves the conversation. */
    static void endWithoutSession(WebSocketConnection page) {
        end(page, REFUSED, "session-ended").subscribe().with(_ -> {}, _ -> {});
    }

    private static void endNow(WebSocketConnection page) {
        end(page, LATER, "vault-away").subscribe().with(_ -> {}, _ -> {});
    }

    private static Uni<Void> end(WebSocketConnection page, int code, String why) {
        return page.isClosed() ? Uni.createFrom().voidItem() : page.close(new CloseReason(code, why));
    }
}
