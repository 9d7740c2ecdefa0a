package id.sigap.intake.receipt;

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

    CaseCookie(RoutingContext exchange) {
        this.exchange = exchange;
    }

    public Optional<String> token() {
        return Optional.ofNullable(exchange.request().getCookie(NAME)).map(Cookie::getValue);
    }

    public void put(String token) {
        exchange.response().addCookie(cookie(token));
    }

    public void remove() {
        exchange.response().addCookie(cookie("").setMaxAge(0));
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
