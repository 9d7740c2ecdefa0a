package id.sigap.web;

import id.sigap.service.Language;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who reads the page that is being made: in which language, and where they are. The language is the one they chose on this page, or before
 * (a cookie that says nothing else), or their browser's, or Indonesian.
 */
@Named("reader")
@RequestScoped
public class Reader {

    /** Of the query parameter, the form field and the cookie that carry the choice. */
    public static final String CHOICE = "lang";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final RoutingContext exchange;
    private final HttpServerRequest request;
    private Language language;

    Reader(RoutingContext exchange) {
        this.exchange = exchange;
        this.request = exchange.request();
    }

    public Language language() {
        if (language == null) {
            language = chosen().orElseGet(() ->
                    remembered().or(() -> Language.among(accepted())).orElse(Language.ID));
        }
        return language;
    }

    /** They chose on a form; anything but a language's code is no choice. */
    public void choose(String code) {
        Language.of(code).ifPresent(this::remember);
    }

    /** The page's path, without a query. */
    public String path() {
        return request.path();
    }

    private Optional<Language> chosen() {
        Optional<Language> choice = Language.of(request.getParam(CHOICE));
        choice.ifPresent(this::remember);
        return choice;
    }

    private Optional<Language> remembered() {
        Cookie cookie = request.getCookie(CHOICE);
        return Optional.ofNullable(cookie).flatMap(found -> Language.of(found.getValue()));
    }

    private List<Locale> accepted() {
        String header = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        try {
            return header == null
                    ? List.of()
                    : Locale.LanguageRange.parse(header).stream()
                            .map(range -> Locale.forLanguageTag(range.getRange()))
                            .toList();
        } catch (IllegalArgumentException _) {
            return List.of(); // nobody's browser writes such a header
        }
    }

    private void remember(Language choice) {
        language = choice;
        exchange.response()
                .addCookie(Cookie.cookie(CHOICE, choice.code())
                        .setPath("/")
                        .setMaxAge(REMEMBERED.toSeconds())
                        .setHttpOnly(true)
                        .setSecure(request.isSSL())
                        .setSameSite(CookieSameSite.LAX));
    }
}
