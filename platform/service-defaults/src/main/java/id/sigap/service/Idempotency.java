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
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * A request whose answer was lost can be sent again with the same {@code Idempotency-Key}: it is carried out once and answered
 * alike. The stored answer may hold a secret (a receipt code), so it is sealed with a key made of the Idempotency-Key, which is
 * not stored ({@link SealedAnswer}).
 */
@ApplicationScoped
public class Idempotency {

    /** Code of the refusal. */
    public static final String REUSED = "idempotency-key-reused";

    private static final int LONGEST_START = 150;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._-]{16,200}");

    private static final String TAKE =
            "insert into idempotency (key_hash, operation, request_hash) values (?, ?, ?) on conflict do nothing";
    private static final String FIND =
            "select request_hash, answer, sealing from idempotency where key_hash = ? and operation = ?";
    private static final String ANSWER =
            "update idempotency set answer = ?, sealing = ? where key_hash = ? and operation = ?";
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
                store(keyHash, operation, SealedAnswer.of(key, operation, write(result)));
                return result;
            }
            return read(find(keyHash, operation, requestHash).open(key, operation), answer);
        });
    }

    /**
     * As {@link #once}, where the key alone says which request it is: whoever asks for something else by it is given the first answer too, and
     * has to be told what is no part of it.
     */
    public <T> T onceForKey(String key, String operation, Class<T> answer, Supplier<T> action) {
        return once(key, operation, "", answer, action);
    }

    /** Whether it can be the key of a request. */
    public static boolean isKey(String text) {
        return text != null && KEY.matcher(text).matches();
    }

    /** 422: the key was used for something else. */
    public static Refusal reused() {
        return new Refusal(422, REUSED);
    }

    /**
     * Of a form that was sent, changed and sent again under its old key: what stands there now is something new. The same words again are the
     * same.
     */
    public static String keyOfChanged(String key, String words) {
        String start = key.length() > LONGEST_START ? key.substring(0, LONGEST_START) : key;
        return start + "." + HexFormat.of().formatHex(sha256("words", words), 0, 8);
    }

    @Scheduled(every = "1h", delayed = "10m")
    void forgetOldAnswers() {
        sql.changed(FORGET);
    }

    /** True for the first request; a second one at the same moment waits here for the first to end. */
    private boolean take(byte[] keyHash, String operation, byte[] requestHash) {
        return sql.changed(TAKE, keyHash, operation, requestHash) == 1;
    }

    private SealedAnswer find(byte[] keyHash, String operation, byte[] requestHash) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setBytes(1, keyHash);
            find.setString(2, operation);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                if (!MessageDigest.isEqual(row.getBytes(1), requestHash)) {
                    throw reused();
                }
                return new SealedAnswer(row.getBytes(2), row.getInt(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void store(byte[] keyHash, String operation, SealedAnswer answer) {
        sql.changed(ANSWER, answer.bytes(), answer.sealing(), keyHash, operation);
    }

    static byte[] sha256(String purpose, String text) {
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
