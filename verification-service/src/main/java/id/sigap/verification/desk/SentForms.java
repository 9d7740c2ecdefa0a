package id.sigap.verification.desk;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.UUID;

/**
 * Tells the browser which form has arrived, so that it forgets the draft of it, and of no other: a cookie for a script, with the report's id and
 * the form's, that lives until the next page.
 */
@RequestScoped
class SentForms {

    /** In place of a form: all drafts of the case. */
    static final String ALL = "all";

    private static final String COOKIE = "desk_sent";
    private static final Duration UNTIL_THE_NEXT_PAGE = Duration.ofMinutes(5);

    private final RoutingContext exchange;

    SentForms(RoutingContext exchange) {
        this.exchange = exchange;
    }

    void arrived(UUID report, String form) {
        exchange.response()
                .addCookie(Cookie.cookie(COOKIE, report + "." + form)
                        .setPath("/desk")
                        .setMaxAge(UNTIL_THE_NEXT_PAGE.toSeconds())
                        .setSecure(exchange.request().isSSL())
                        .setSameSite(CookieSameSite.STRICT));
    }
}
