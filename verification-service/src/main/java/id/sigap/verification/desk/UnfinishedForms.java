package id.sigap.verification.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.service.CurrentUser;
import id.sigap.service.Language;
import id.sigap.service.Refusal;
import id.sigap.service.SecretBox;
import id.sigap.service.Sql;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Forms that could not be carried out, or wait for a yes, kept so that the answer to their POST can be a redirect: Back and reload never ask to
 * send anything again. Only who sent one, with its page's address, reads it again. Decision 0033.
 */
@ApplicationScoped
class UnfinishedForms {

    /** In a page's address: which form it shows again. */
    static final String PARAMETER = "form";

    private static final Duration KEPT = Duration.ofHours(1);
    private static final String NAMED = "form";

    private static final String KEEP =
            "insert into unfinished_form (token_hash, sealed, ends_at) values (?, ?, now() + make_interval(secs => ?))";
    private static final String FIND = "select sealed from unfinished_form where token_hash = ? and ends_at > now()";
    private static final String FORGET = "delete from unfinished_form where ends_at < now()";

    /**
     * One of them.
     *
     * @param filled what was filled in
     * @param refused why it could not be carried out, in each language; nothing if it waits for a yes
     */
    record Unfinished(Filled filled, Map<Language, Refused> refused) {

        static final Unfinished NONE = new Unfinished(Filled.NOTHING, Map.of());

        static Unfinished refused(Filled filled, Refusal refusal) {
            var refused = new EnumMap<Language, Refused>(Language.class);
            Arrays.stream(Language.values()).forEach(language -> refused.put(language, Refused.of(refusal, language)));
            return new Unfinished(filled, refused);
        }

        static Unfinished waiting(Filled filled) {
            return new Unfinished(filled, Map.of());
        }

        boolean waits() {
            return refused.isEmpty() && !filled.values().isEmpty();
        }

        Refused refused(Language language) {
            return refused.getOrDefault(language, Refused.NOTHING);
        }
    }

    private final Sql sql;
    private final ObjectMapper json;
    private final CurrentUser user;

    UnfinishedForms(Sql sql, ObjectMapper json, CurrentUser user) {
        this.sql = sql;
        this.json = json;
        this.user = user;
    }

    /** @param page on which it is shown again: its path */
    Response show(String page, Unfinished form) {
        String token = SecretBox.newSecret();
        sql.changed(KEEP, SecretBox.nameOf(token, NAMED), SecretBox.seal(token, purpose(page), write(form)), (double)
                KEPT.toSeconds());
        return Response.seeOther(URI.create(page + "?" + PARAMETER + "=" + token))
                .build();
    }

    /** @param token from the page's address; null if there is none */
    Unfinished find(String page, String token) {
        return token == null
                ? Unfinished.NONE
                : sql.bytesIfAny(FIND, (Object) SecretBox.nameOf(token, NAMED))
                        .flatMap(kept -> SecretBox.open(token, purpose(page), kept))
                        .map(this::read)
                        .orElse(Unfinished.NONE);
    }

    @Scheduled(every = "10m", delayed = "6m")
    void forget() {
        sql.changed(FORGET);
    }

    private String purpose(String page) {
        return user.id() + " " + page;
    }

    private byte[] write(Unfinished form) {
        try {
            return json.writeValueAsBytes(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was filled in can be written", e);
        }
    }

    private Unfinished read(byte[] plain) {
        try {
            return json.readValue(plain, Unfinished.class);
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }
}
