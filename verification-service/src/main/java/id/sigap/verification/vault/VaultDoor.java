package id.sigap.verification.vault;

import id.sigap.service.Idempotency;
import id.sigap.service.Refusal;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Asks the vault something with the access token of the officer who is logged in, and says in our words why it did not answer. */
@ApplicationScoped
class VaultDoor {

    private static final int KEY_REUSED = 422;
    private static final Logger LOG = Logger.getLogger(VaultDoor.class);

    private final VaultApi api;
    private final VaultApi patient;
    private final AccessTokenCredential officer;

    VaultDoor(VaultConfig config, AccessTokenCredential officer) {
        this.api = client(config, config.readTimeout());
        this.patient = client(config, config.decodeTimeout());
        this.officer = officer;
    }

    private static VaultApi client(VaultConfig config, Duration readTimeout) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
                .build(VaultApi.class);
    }

    /** @throws WebApplicationException, ProcessingException as the client does */
    <T> T ask(BiFunction<VaultApi, String, T> question) {
        return question.apply(api, "Bearer " + officer.getToken());
    }

    /**
     * @param unreadable what is wrong with what was sent, if the vault says so
     * @param conflict what stands against it, if the vault says that something does
     * @throws Refusal saying why there is no answer
     */
    <T> T ask(Refusal unreadable, String conflict, BiFunction<VaultApi, String, T> question) {
        return asked(api, unreadable, conflict, question);
    }

    /** As {@link #ask}, of something that takes the vault a while. */
    <T> T askPatiently(Refusal unreadable, String conflict, BiFunction<VaultApi, String, T> question) {
        return asked(patient, unreadable, conflict, question);
    }

    private <T> T asked(
            VaultApi client, Refusal unreadable, String conflict, BiFunction<VaultApi, String, T> question) {
        try {
            return question.apply(client, "Bearer " + officer.getToken());
        } catch (WebApplicationException failure) {
            throw refusal(failure, unreadable, conflict);
        } catch (ProcessingException failure) {
            throw silent(failure);
        }
    }

    /** Sends something under its key; if that stands for other words already, a form was changed after its answer was lost: then under another. */
    static void send(String key, String words, Consumer<String> sending) {
        try {
            sending.accept(key);
        } catch (WebApplicationException failure) {
            if (failure.getResponse().getStatus() != KEY_REUSED) {
                throw failure;
            }
            sending.accept(Idempotency.keyOfChanged(key, words));
        }
    }

    static Refusal refusal(WebApplicationException failure, Refusal unreadable, String conflict) {
        return switch (Status.fromStatusCode(failure.getResponse().getStatus())) {
            case BAD_REQUEST -> unreadable;
            case CONFLICT -> new Refusal(Status.CONFLICT, conflict);
            case FORBIDDEN -> new Refusal(Status.FORBIDDEN, "forbidden");
            case GONE -> new Refusal(Status.GONE, "personal-data-erased");
            case NOT_FOUND -> Refusal.notFound("report");
            case REQUESTED_RANGE_NOT_SATISFIABLE -> new Refusal(Status.REQUESTED_RANGE_NOT_SATISFIABLE, "bad-request");
            case null, default -> silent(failure);
        };
    }

    /** The message names the address and the status, nothing of what was asked. */
    static Refusal silent(RuntimeException failure) {
        LOG.warnf("vault not heard: %s", failure.getMessage());
        return new Refusal(Status.SERVICE_UNAVAILABLE, "vault-silent");
    }
}
