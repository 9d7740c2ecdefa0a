package id.sigap.verification.desk;

import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Set;

/**
 * The login, but for one thing: a form that is sent after its session has ended is not answered with a redirect to the login, which would come
 * back as a GET without what was written. {@link KeptForm} answers it instead, and keeps every field.
 */
@Alternative
@Priority(1)
@ApplicationScoped
class DeskLogin implements HttpAuthenticationMechanism {

    /** Where the form was to go; set once the request is on its way to {@link KeptForm}. */
    static final String FORM = DeskLogin.class.getName();

    private static final String DESK = "/desk/";

    private final OidcAuthenticationMechanism openId;

    DeskLogin(OidcAuthenticationMechanism openId) {
        this.openId = openId;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager identities) {
        if (exchange.get(FORM) != null) {
            return Uni.createFrom().nullItem();
        }
        Uni<SecurityIdentity> officer = openId.authenticate(exchange, identities);
        // a session that has ended is none: its owner logs in again, and a form is kept
        return isOfTheDesk(exchange)
                ? officer.onFailure(AuthenticationFailedException.class).recoverWithNull()
                : officer;
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext exchange) {
        if (exchange.normalizedPath().equals(SignOut.PATH)) {
            // who leaves without a session has left
            return Uni.createFrom()
                    .completionStage(() -> exchange.response()
                            .setStatusCode(303)
                            .putHeader("Location", "/")
                            .end()
                            .toCompletionStage())
                    .replaceWith(true);
        }
        if (!isForm(exchange) || exchange.get(FORM) != null) {
            return HttpAuthenticationMechanism.super.sendChallenge(exchange);
        }
        exchange.put(FORM, exchange.normalizedPath());
        exchange.reroute(KeptForm.PATH);
        // the answer comes from there
        return Uni.createFrom().nothing();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return openId.getChallenge(exchange);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return openId.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext exchange) {
        return openId.getCredentialTransport(exchange);
    }

    @Override
    public int getPriority() {
        return openId.getPriority();
    }

    private static boolean isOfTheDesk(RoutingContext exchange) {
        return (exchange.normalizedPath() + "/").startsWith(DESK);
    }

    /** A script hears from the status that the session is over; a form must be kept. */
    private static boolean isForm(RoutingContext exchange) {
        return exchange.request().method().equals(HttpMethod.POST)
                && exchange.normalizedPath().startsWith(DESK)
                && exchange.request().getHeader("X-Requested-With") == null;
    }
}
