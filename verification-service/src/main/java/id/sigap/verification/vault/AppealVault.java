package id.sigap.verification.vault;

import id.sigap.service.Refusal;
import id.sigap.verification.vault.VaultEvidence.Delivered;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The vault's appeals, asked with the access token of the regulator who is logged in: it decides what they may see and logs that they looked. */
@ApplicationScoped
public class AppealVault {

    private static final Logger LOG = Logger.getLogger(AppealVault.class);

    private final AppealVaultApi api;
    private final AccessTokenCredential regulator;

    AppealVault(VaultConfig config, AccessTokenCredential regulator) {
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(config.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(config.readTimeout().toMillis(), TimeUnit.MILLISECONDS)
                .build(AppealVaultApi.class);
        this.regulator = regulator;
    }

    /**
     * What the owner told, or why it is not told.
     *
     * @param told empty unless the vault gave it
     * @param derivatives what can be shown of each document of which something is made
     */
    public record Statement(Story.Hearing hearing, Optional<ToldAppeal> told, Map<UUID, Derivative> derivatives) {

        private static Statement untold(Story.Hearing why) {
            return new Statement(why, Optional.empty(), Map.of());
        }

        /** The vault made a picture of it. */
        public boolean shows(UUID document) {
            return Optional.ofNullable(derivatives.get(document))
                    .filter(made -> made.shows("image/"))
                    .isPresent();
        }

        /** Why nothing is shown of it; null if something is, or nothing ever was to be. */
        public Derivative.State unshown(UUID document) {
            return Optional.ofNullable(derivatives.get(document))
                    .map(Derivative::state)
                    .filter(state -> state != Derivative.State.READY)
                    .orElse(null);
        }
    }

    /** What the number's owner told; a vault that can't be heard is an answer too. */
    public Statement statement(UUID appeal) {
        try {
            return new Statement(
                    Story.Hearing.TOLD,
                    Optional.of(api.appeal(bearer(), appeal)),
                    Derivative.byEvidence(api.derivatives(bearer(), appeal)));
        } catch (WebApplicationException failure) {
            return Statement.untold(status(failure) == Status.GONE ? Story.Hearing.ERASED : silent(failure));
        } catch (ProcessingException failure) {
            return Statement.untold(silent(failure));
        }
    }

    /** A document as it was handed in, byte by byte as it comes. @throws Refusal if the vault doesn't give it */
    public Delivered document(UUID appeal, UUID evidence) {
        return asked(() -> Delivered.of(api.content(bearer(), appeal, evidence)));
    }

    /** What can be shown of it. @throws Refusal if the vault doesn't give it */
    public Delivered derivative(UUID appeal, UUID evidence) {
        return asked(() -> Delivered.of(api.derivative(bearer(), appeal, evidence)));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (WebApplicationException failure) {
            throw refusal(failure);
        } catch (ProcessingException failure) {
            silent(failure);
            throw unheard();
        }
    }

    private String bearer() {
        return "Bearer " + regulator.getToken();
    }

    private static Refusal refusal(WebApplicationException failure) {
        return switch (status(failure)) {
            case CONFLICT -> new Refusal(Status.CONFLICT, "evidence-withheld");
            case GONE -> new Refusal(Status.GONE, "personal-data-erased");
            case NOT_FOUND -> Refusal.notFound("evidence");
            case null, default -> {
                silent(failure);
                yield unheard();
            }
        };
    }

    private static Status status(WebApplicationException failure) {
        return Status.fromStatusCode(failure.getResponse().getStatus());
    }

    private static Refusal unheard() {
        return new Refusal(Status.SERVICE_UNAVAILABLE, "vault-silent");
    }

    /** The message names the address and the status, nothing of what was asked. */
    private static Story.Hearing silent(RuntimeException failure) {
        LOG.warnf("vault not heard: %s", failure.getMessage());
        return Story.Hearing.SILENT;
    }
}
