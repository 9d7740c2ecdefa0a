package id.sigap.verification.vault;

import id.sigap.service.Refusal;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** The vault, asked with the access token of the officer who is logged in: it decides what they may see and logs that they looked. */
@ApplicationScoped
public class Vault {

    private static final Logger LOG = Logger.getLogger(Vault.class);
    /** As many as the vault gives at once. */
    private static final int MESSAGES = 200;

    private final VaultApi api;
    private final AccessTokenCredential officer;

    Vault(VaultConfig config, AccessTokenCredential officer) {
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(VaultApi.class);
        this.officer = officer;
    }

    /** What the reporter told; a vault that can't be heard is an answer too. */
    public Story story(UUID report) {
        try {
            ToldReport told = api.report(bearer(), report);
            return Story.told(
                    told,
                    api.messages(bearer(), report, MESSAGES),
                    api.evidence(bearer(), report).stream()
                            .filter(VaultApi.ReceivedEvidence::isBeingChecked)
                            .count());
        } catch (WebApplicationException failure) {
            return Story.untold(isGone(failure) ? Story.Hearing.ERASED : silent(failure));
        } catch (ProcessingException failure) {
            return Story.untold(silent(failure));
        }
    }

    /**
     * Writes to the reporter.
     *
     * @param key the same again is the same message
     * @throws Refusal saying why it was not sent
     */
    public void write(UUID report, String key, String text) {
        try {
            api.write(bearer(), key, report, new VaultApi.NewMessage(text));
        } catch (WebApplicationException failure) {
            throw refusal(failure, "conversation-over");
        } catch (ProcessingException failure) {
            silent(failure);
            throw unheard();
        }
    }

    /** A piece of evidence, byte by byte as it comes. @throws Refusal if the vault doesn't give it */
    public InputStream evidence(UUID report, UUID evidence) {
        try {
            return api.content(bearer(), report, evidence);
        } catch (WebApplicationException failure) {
            throw refusal(failure, "evidence-withheld");
        } catch (ProcessingException failure) {
            silent(failure);
            throw unheard();
        }
    }

    private String bearer() {
        return "Bearer " + officer.getToken();
    }

    private static Refusal refusal(WebApplicationException failure, String conflict) {
        return switch (Status.fromStatusCode(failure.getResponse().getStatus())) {
            case BAD_REQUEST -> Refusal.field("text", "message-unreadable");
            case CONFLICT -> new Refusal(Status.CONFLICT, conflict);
            case GONE -> new Refusal(Status.GONE, "personal-data-erased");
            case NOT_FOUND -> Refusal.notFound("report");
            case null, default -> {
                silent(failure);
                yield unheard();
            }
        };
    }

    private static Refusal unheard() {
        return new Refusal(Status.SERVICE_UNAVAILABLE, "vault-silent");
    }

    private static boolean isGone(WebApplicationException failure) {
        return failure.getResponse().getStatus() == Status.GONE.getStatusCode();
    }

    /** The message names the address and the status, nothing of what was asked. */
    private static Story.Hearing silent(RuntimeException failure) {
        LOG.warnf("vault not heard: %s", failure.getMessage());
        return Story.Hearing.SILENT;
    }
}
