package id.sigap.intake.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.pace.Counted;
import id.sigap.intake.pace.Limits;
import id.sigap.intake.pace.Visitors;
import id.sigap.service.Refusal;
import id.sigap.service.SecretBox;
import id.sigap.service.Sql;
import id.sigap.web.Page;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Remembers what a browser has typed, so that the answer to its POST can be a redirect: Back and reload never ask to send anything again, and no
 * word of it stands in an address. What is kept can be read with the browser's cookie only, and a cookie that was there before anything was
 * typed, be it from another hand, never comes to read it. A browser without cookies gets its page as the answer itself.
 */
@RequestScoped
public class KeptForms {

    private static final String COOKIE = "sigap-form";
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final String NAMED = "browser";
    /** More than every field of a form at its longest, in bytes. */
    private static final int LARGEST = 64 * 1024;

    private static final String KEEP = """
            insert into kept_form (browser, form, sealed, expires_at) values (?, ?, ?, now() + make_interval(secs => ?))
            on conflict (browser, form) do update set sealed = excluded.sealed, expires_at = excluded.expires_at""";
    private static final String FIND =
            "select sealed from kept_form where browser = ? and form = ? and expires_at > now()";
    private static final String HAS = "select count(*) from kept_form where browser = ? and expires_at > now()";
    private static final String ALL = "select form, sealed from kept_form where browser = ? and expires_at > now()";
    private static final String RENAME = "update kept_form set browser = ?, sealed = ? where browser = ? and form = ?";
    private static final String FORGET = "delete from kept_form where browser = ? and form = ?";
    private static final String FORGET_ALL = "delete from kept_form where browser = ?";

    private final RoutingContext exchange;
    private final Limits limits;
    private final FormConfig config;
    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final Visitors visitors;
    /** The cookie that this answer sets in place of the browser's; null while that is good. One that is only offered may not be taken. */
    private String given;

    KeptForms(
            RoutingContext exchange,
            Limits limits,
            FormConfig config,
            Sql sql,
            ObjectMapper json,
            Clock clock,
            Visitors visitors) {
        this.exchange = exchange;
        this.limits = limits;
        this.config = config;
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.visitors = visitors;
    }

    /** @param field the one beside which a refusal stands that names none */
    public KeptForm refused(KeptForm form, Refusal refusal, String field) {
        return form.refused(refusal, field, clock.instant());
    }

    /** A page with that form in it. */
    public Page page(TemplateInstance view, KeptForm form) {
        offer();
        return new Page(view, form.until().map(until -> Duration.between(clock.instant(), until)));
    }

    /** To be called when a form is drawn: the browser is told the cookie by which what is typed will be found. */
    public void offer() {
        if (token().isEmpty()) {
            exchange.response().addCookie(cookie(SecretBox.newSecret()));
        }
    }

    /**
     * What is kept for this browser is found by another cookie from now on: to be called where a form begins anew, and before a receipt is kept.
     * Who noted or planted the old one finds nothing.
     */
    public void rename() {
        token().ifPresent(old -> {
            String fresh = give();
            sql.rows(row -> new Sealed(row.getString(1), row.getBytes(2)), ALL, SecretBox.nameOf(old, NAMED))
                    .forEach(kept -> SecretBox.open(old, kept.form(), kept.sealed())
                            .ifPresent(plain -> sql.changed(
                                    RENAME,
                                    SecretBox.nameOf(fresh, NAMED),
                                    SecretBox.seal(fresh, kept.form(), plain),
                                    SecretBox.nameOf(old, NAMED),
                                    kept.form())));
        });
    }

    private record Sealed(String form, byte[] sealed) {}

    private String give() {
        given = SecretBox.newSecret();
        exchange.response().addCookie(cookie(given));
        return given;
    }

    /** @return false if nothing can be kept for this browser: then the page has to be the answer */
    public boolean keep(String form, Object typed) {
        Optional<String> token = token().filter(browser -> !isTooOften(browser));
        return store(token, form, typed);
    }

    /** As {@link #keep}, of what is shown once and can't be had again: whoever was taken on is not counted once more. */
    public boolean keepReceipt(String form, Object receipt) {
        return store(token(), form, receipt);
    }

    private boolean store(Optional<String> token, String form, Object typed) {
        if (token.isEmpty()) {
            offer();
            return false;
        }
        byte[] plain = write(typed);
        if (plain.length > LARGEST) {
            return false;
        }
        String secret = given == null && isNew(token.get()) ? give() : token.get();
        byte[] sealed = SecretBox.seal(secret, form, plain);
        sql.changed(
                KEEP,
                SecretBox.nameOf(secret, NAMED),
                form,
                sealed,
                config.kept().toSeconds());
        return true;
    }

    /** What this browser has typed on a form. */
    public Optional<KeptForm> find(String form) {
        return find(form, KeptForm.class).map(kept -> kept.at(clock.instant()));
    }

    /** The same, once: what was said about it need not be said again. */
    public KeptForm take(String form) {
        KeptForm kept = find(form).orElse(KeptForm.EMPTY);
        forget(form);
        return kept;
    }

    /** What was kept for this browser under that name. */
    public <T> Optional<T> find(String form, Class<T> type) {
        return token().flatMap(token -> sql.bytesIfAny(FIND, SecretBox.nameOf(token, NAMED), form)
                .flatMap(kept -> SecretBox.open(token, form, kept))
                .map(plain -> read(plain, type)));
    }

    public void forget(String form) {
        token().ifPresent(token -> sql.changed(FORGET, SecretBox.nameOf(token, NAMED), form));
    }

    /** Whoever comes next at this browser finds nothing of what was typed. */
    public void forgetAll() {
        token().ifPresent(token -> sql.changed(FORGET_ALL, SecretBox.nameOf(token, NAMED)));
        exchange.response().addCookie(cookie("").setMaxAge(0));
    }

    /** Nothing was ever kept by it: then anybody may have written it into this browser. */
    private boolean isNew(String token) {
        return sql.number(HAS, SecretBox.nameOf(token, NAMED)) == 0;
    }

    private boolean isTooOften(String browser) {
        try {
            limits.use(visitors.of(exchange.request(), null), Counted.FORMS_FROM_NETWORK);
            limits.use(Counted.FORMS_OF_BROWSER.of(browser));
            return false;
        } catch (Refusal _) {
            return true;
        }
    }

    private Optional<String> token() {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(exchange.request().getCookie(COOKIE))
                        .map(Cookie::getValue)
                        .filter(token -> TOKEN.matcher(token).matches()));
    }

    private Cookie cookie(String token) {
        HttpServerRequest request = exchange.request();
        return Cookie.cookie(COOKIE, token)
                .setPath("/")
                .setHttpOnly(true)
                .setSecure(request.isSSL())
                .setSameSite(
                        CookieSameSite
                                .LAX); // strict would hide it from who comes by a link, and what they typed with it
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was typed can be written", e);
        }
    }

    private <T> T read(byte[] plain, Class<T> type) {
        try {
            return json.readValue(plain, type);
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
