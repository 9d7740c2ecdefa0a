package id.sigap.intake.receipt;

import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.SecretBox;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Browsers that have shown a receipt. The code itself stays out of the browser, which may be borrowed: it keeps a token that ends by itself,
 * or when its owner leaves. In the database, so that a second replica knows it too.
 */
@ApplicationScoped
public class BrowserSessions {

    private static final String NAMED = "session";
    private static final String OPEN = """
            insert into browser_session (token_hash, case_id, kind, expires_at)
            values (?, ?, ?, now() + make_interval(secs => ?))""";
    private static final String USE = """
            update browser_session set expires_at = now() + make_interval(secs => ?)
            where token_hash = ? and kind = ? and expires_at > now() returning case_id""";
    private static final String STILL_OPEN =
            "select token_hash from browser_session where token_hash = any (?) and expires_at > now()";
    private static final String CLOSE = "delete from browser_session where token_hash = ?";
    private static final String FORGET = "delete from browser_session where expires_at < now()";

    private final EntityManager entities;
    private final Sql sql;
    private final ReceiptConfig config;

    BrowserSessions(EntityManager entities, Sql sql, ReceiptConfig config) {
        this.entities = entities;
        this.sql = sql;
        this.config = config;
    }

    /** @return the token for the browser's cookie; it can't be had again */
    @Transactional
    public String open(CaseId caseId, CaseKind kind) {
        String token = SecretBox.newSecret();
        entities.createNativeQuery(OPEN) // the case may be as new: this brings it to the database first
                .setParameter(1, SecretBox.nameOf(token, NAMED))
                .setParameter(2, caseId.value())
                .setParameter(3, kind.name())
                .setParameter(4, config.browserSession().toSeconds())
                .executeUpdate();
        return token;
    }

    /** The case it opens, for as long again; empty if it has ended, or never was. */
    public Optional<CaseId> use(String token, CaseKind kind) {
        return sql.idIfAny(USE, config.browserSession().toSeconds(), SecretBox.nameOf(token, NAMED), kind.name())
                .map(CaseId::new);
    }

    /** Those of them that have not ended; none is kept open by that. */
    public Set<String> open(Set<String> tokens) {
        if (tokens.isEmpty()) {
            return Set.of();
        }
        Map<ByteBuffer, String> byHash = tokens.stream()
                .collect(Collectors.toMap(
                        token -> ByteBuffer.wrap(SecretBox.nameOf(token, NAMED)), Function.identity()));
        byte[][] hashes = byHash.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new);
        return sql.rows(row -> row.getBytes(1), STILL_OPEN, (Object) hashes).stream()
                .map(hash -> byHash.get(ByteBuffer.wrap(hash)))
                .collect(Collectors.toSet());
    }

    public void close(String token) {
        sql.changed(CLOSE, SecretBox.nameOf(token, NAMED));
    }

    @Scheduled(every = "10m", delayed = "5m")
    void forget() {
        sql.changed(FORGET);
    }
}
