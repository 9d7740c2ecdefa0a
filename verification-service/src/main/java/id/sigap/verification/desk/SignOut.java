package id.sigap.verification.desk;

import id.sigap.web.Page;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The way out: ends the session here, the refresh token at the provider, and then the provider's own session. By a form of our pages only, so
 * that no other site logs anybody out; no token goes into an address. The last step is a page that leads on, because a form may not be redirected
 * to another site.
 */
@Path(SignOut.PATH)
@Authenticated
@Produces(MediaType.TEXT_HTML)
class SignOut {

    static final String PATH = "/desk/logout";

    private static final Logger LOG = Logger.getLogger(SignOut.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        /** @param on where the browser goes next */
        static native TemplateInstance signedout(String on);
    }

    private final OidcSession session;
    private final Instance<RefreshToken> refresh;
    private final OidcProviderClient provider;
    private final OidcConfigurationMetadata metadata;
    private final String client;

    SignOut(
            OidcSession session,
            Instance<RefreshToken> refresh,
            OidcProviderClient provider,
            OidcConfigurationMetadata metadata,
            @ConfigProperty(name = "quarkus.oidc.desk.client-id") String client) {
        this.session = session;
        this.refresh = refresh;
        this.provider = provider;
        this.metadata = metadata;
        this.client = client;
    }

    @POST
    public Response leave(@Context UriInfo address) {
        revoke();
        session.logout().await().atMost(PATIENCE);
        URI front = address.getBaseUri().resolve("/");
        String on = metadata.getEndSessionUri() == null
                ? front.toString()
                : UriBuilder.fromUri(metadata.getEndSessionUri())
                        .queryParam("client_id", client)
                        .queryParam("post_logout_redirect_uri", front)
                        .build()
                        .toString();
        return Response.ok(new Page(View.signedout(on)))
                .header("Refresh", "0;url=" + on)
                .build();
    }

    /** An old bookmark, or another site's link: changes nothing. */
    @GET
    public Response stay() {
        return Response.seeOther(URI.create("/desk")).build();
    }

    /** As good as it goes: the session here ends in any case. */
    private void revoke() {
        try {
            String token = refresh.get().getToken();
            if (token != null) {
                provider.revokeRefreshToken(token).await().atMost(PATIENCE);
            }
        } catch (RuntimeException e) {
            LOG.warnf("refresh token not revoked: %s", e.getMessage());
        }
    }
}
