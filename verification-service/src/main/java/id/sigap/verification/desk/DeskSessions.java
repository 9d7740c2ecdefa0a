package id.sigap.verification.desk;

import id.sigap.service.SecretBox;
import id.sigap.service.Sql;
import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who is logged in at the desk, in the database: a cookie that was copied opens nothing any more once its owner has logged out, and any replica
 * knows it. The tokens come here sealed already. Decision 0029.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskSessions implements TokenStateManager {

    /** Holds the session's name. */
    static final String COOKIE = "q_session_desk";

    private static final String OPEN =
            "insert into desk_session (name_hash, tokens, ends_at) values (?, ?, now() + make_interval(secs => ?))";
    private static final String READ = "select tokens from desk_session where name_hash = ? and ends_at > now()";
    private static final String END = "delete from desk_session where name_hash = ?";
    private static final String REPLACE =
            "update desk_session set ends_at = least(ends_at, now() + make_interval(secs => ?)) where name_hash = ?";
    private static final String STILL_OPEN =
            "select name_hash from desk_session where name_hash = any (?) and ends_at > now()";
    private static final String FORGET = "delete from desk_session where ends_at < now()";

    /** What a page asks at the same moment comes with the session from before its tokens were renewed. */
    private static final Duration OVERLAP = Duration.ofSeconds(30);

    private static final String NAMED = "desk";

    private final Sql sql;

    DeskSessions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Uni<String> createTokenState(
            RoutingContext exchange,
            OidcTenantConfig desk,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> worker) {
        long seconds = exchange.<Long>get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        return worker.runBlocking(() -> {
            String name = SecretBox.newSecret();
            sql.changed(
                    OPEN,
                    SecretBox.nameOf(name, NAMED),
                    JsonObject.mapFrom(tokens).encode(),
                    (double) seconds);
            return name;
        });
    }

    /** @return fails if the session has ended, or never was */
    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext exchange,
            OidcTenantConfig desk,
            String name,
            OidcRequestContext<AuthorizationCodeTokens> worker) {
        return worker.runBlocking(() -> sql.rows(row -> row.getString(1), READ, SecretBox.nameOf(name, NAMED)).stream()
                .findFirst()
                .map(tokens -> new JsonObject(tokens).mapTo(AuthorizationCodeTokens.class))
                .orElseThrow(() -> new IllegalStateException("the session has ended")));
    }

    /** Logged out, or replaced by one with new tokens. */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext exchange, OidcTenantConfig desk, String name, OidcRequestContext<Void> worker) {
        boolean loggedOut = exchange.normalizedPath().equals(SignOut.PATH);
        return worker.runBlocking(() -> {
            if (loggedOut) {
                sql.changed(END, (Object) SecretBox.nameOf(name, NAMED));
            } else {
                sql.changed(REPLACE, (double) OVERLAP.toSeconds(), SecretBox.nameOf(name, NAMED));
            }
            return null;
        });
    }

    /** Those of them that have not ended. @param names as the cookies hold them */
    Set<String> open(Collection<String> names) {
        Map<ByteBuffer, String> byHash = names.stream()
                .distinct()
                .collect(Collectors.toMap(name -> ByteBuffer.wrap(SecretBox.nameOf(name, NAMED)), Function.identity()));
        byte[][] hashes = byHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        return sql.rows(row -> row.getBytes(1), STILL_OPEN, (Object) hashes).stream()
                .map(hash -> byHash.get(ByteBuffer.wrap(hash)))
                .collect(Collectors.toSet());
    }

    @Scheduled(every = "10m", delayed = "5m")
    void forget() {
        sql.changed(FORGET);
    }
}
