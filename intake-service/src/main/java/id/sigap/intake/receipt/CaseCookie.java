package id.sigap.intake.receipt;

import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The cookie that carries a browser's session: no script reads it, no other site sends it. */
@RequestScoped
public class CaseCookie {

    /** Its name. */
    public static final String NAME = "sigap-case";

    private final RoutingContext exchange;
    private final BrowserSessions sessions;

    CaseCookie(RoutingContext exchange, BrowserSessions sessions) {
        this.exchange = exchange;
        this.sessions = sessions;
    }

    /** From now on this browser opens the case; in the caller's transaction. */
    public void open(CaseId caseId, CaseKind kind) {
        exchange.response().addCookie(cookie(sessions.open(caseId, kind)));
    }

    /** The case of that kind that this browser opens. */
    public Optional<CaseId> opened(CaseKind kind) {
        return token().flatMap(token -> sessions.use(token, kind));
    }

    /** Whether this browser comes with a session, be it one that has ended. */
    public boolean isShown() {
        return token().isPresent();
    }

    /** This browser opens nothing any more. */
    public void leave() {
        token().ifPresent(sessions::close);
        exchange.response().addCookie(cookie("").setMaxAge(0));
    }

    private Optional<String> token() {
        return Optional.ofNullable(exchange.request().getCookie(NAME)).map(Cookie::getValue);
    }

    private Cookie cookie(String token) {
        HttpServerRequest request = exchange.request();
        return Cookie.cookie(NAME, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(CookieSameSite.STRICT);
    }
}
