package id.sigap.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.sigap.reliable.DatabaseFailure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;

/**
 * A request whose answer was lost can be sent again with the same {@code Idempotency-Key}: it is carried out once and answered
 * alike. The stored answer may hold a secret (a receipt code), so it is sealed with a key made of the Idempotency-Key, which is
 * not stored.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,200}");

    private static final String TAKE =
            "insert into idempotency (key_hash, operation, request_hash) values (?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select request_hash, answer from idempotency where key_hash = ? and operation = ?";
    private static final String ANSWERED =
            "select answer from idempotency where key_hash = ? and operation = ? and answer is not null";
    private static final String ANSWER = "update idempotency set answer = ? where key_hash = ? and operation = ?";
    private static final String FORGET = "delete from idempotency where created_at < now() - interval '48 hours'";

    private final DataSource database;
    private final Sql sql;
    private final ObjectMapper json;

    Idempotency(DataSource database, Sql sql, ObjectMapper json) {
        this.database = database;
        this.sql = sql;
        this.json = json.copy().disable(SerializationFeature.INDENT_OUTPUT);
    }

    /**
     * Carries out a request once for its key, in one transaction with what it changes.
     *
     * @param key the {@code Idempotency-Key} header
     * @param operation what is asked, such as {@code submit-report}; the same key may be used for another operation
     * @param request compared with the first request of this key
     * @param answer what the answer is, so that it can be read back
     * @throws Refusal 400 without a usable key, 422 if the key was used for a different request
     */
    public <T> T once(String key, String operation, Object request, Class<T> answer, Supplier<T> action) {
        if (!isKey(key)) {
            throw Refusal.field("Idempotency-Key", "idempotency-key-missing");
        }
        byte[] keyHash = sha256("name", key);
        byte[] requestHash = sha256("request", write(request));
        return QuarkusTransaction.joiningExisting().call(() -> {
            if (take(keyHash, operation, requestHash)) {
                T result = action.get();
                store(
                        keyHash,
                        operation,
                        seal(Cipher.ENCRYPT_MODE, key, write(result).getBytes(StandardCharsets.UTF_8)));
                return result;
            }
            byte[] sealed = find(keyHash, operation, requestHash);
            return read(new String(seal(Cipher.DECRYPT_MODE, key, sealed), StandardCharsets.UTF_8), answer);
        });
    }

    /** Whether it can be the key of a request. */
    public static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }

    /** What was answered to the first request of that key, whatever it asked for; empty if there was none. */
    public <T> Optional<T> answerTo(String key, String operation, Class<T> answer) {
        return isKey(key)
                ? sql.bytesIfAny(ANSWERED, sha256("name", key), operation)
                        .map(stored -> read(
                                new String(seal(Cipher.DECRYPT_MODE, key, stored), StandardCharsets.UTF_8), answer))
                : Optional.empty();
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOldAnswers() {
        sql.changed(FORGET);
    }

    /** True for the first request; a second one at the same moment waits here for the first to end. */
    private boolean take(byte[] keyHash, String operation, byte[] requestHash) {
        return sql.changed(TAKE, keyHash, operation, requestHash) == 1;
    }

    private byte[] find(byte[] keyHash, String operation, byte[] requestHash) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setBytes(1, keyHash);
            find.setString(2, operation);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                if (!MessageDigest.isEqual(row.getBytes(1), requestHash)) {
                    throw new Refusal(422, "idempotency-key-reused");
                }
                return row.getBytes(2);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void store(byte[] keyHash, String operation, byte[] sealed) {
        sql.changed(ANSWER, sealed, keyHash, operation);
    }

    /** AES-256-GCM. Each key seals one answer only, so a fixed nonce is safe. */
    private static byte[] seal(int mode, String key, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(sha256("seal", key), "AES"), new GCMParameterSpec(128, new byte[12]));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a stored answer can't be read", e);
        }
    }

    private static byte[] sha256(String purpose, String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((purpose + ":" + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer that can be sent can be stored", e);
        }
    }

    private <T> T read(String value, Class<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored answer can't be read", e);
        }
    }
}
