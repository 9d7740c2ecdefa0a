package id.sigap.service;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * With {@code sigap.security.introspection} the identity provider is asked about each token (RFC 7662), after it was verified here, and its word
 * of this moment counts: a token that was revoked, or a role that was taken away, is gone at the next call, though the token still names it (ASVS
 * 8.3.2). Who has no role left has none, also if the answer has no such claim: Keycloak leaves out what is empty. Not Quarkus' {@code
 * require-jwt-introspection-only}: that leaves out the audience.
 */
@ApplicationScoped
public class PresentRoles implements SecurityIdentityAugmentor {

    private final boolean asked;
    private final TenantConfigBean tenants;

    PresentRoles(@ConfigProperty(name = "sigap.security.introspection") boolean asked, TenantConfigBean tenants) {
        this.asked = asked;
        this.tenants = tenants;
    }

    /** Whether the provider is asked at all. */
    public boolean areAsked() {
        return asked;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return now(identity);
    }

    /** For whoever lets somebody in outside of a request. */
    public Uni<SecurityIdentity> now(SecurityIdentity identity) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        return asked && token != null
                ? tenants.getDefaultTenant()
                        .getOidcProviderClient()
                        .introspectAccessToken(token.getToken())
                        .onFailure()
                        .transform(AuthenticationFailedException::new)
                        .map(now -> asOf(now, identity))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity asOf(TokenIntrospection now, SecurityIdentity identity) {
        if (!now.isActive()) {
            throw new AuthenticationFailedException("the token was revoked");
        }
        Set<String> present =
                roles(now, tenantOf(identity).getOidcTenantConfig().roles());
        var narrowed = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissions(identity.getPermissions());
        identity.getRoles().stream().filter(present::contains).forEach(narrowed::addRole);
        return narrowed.build();
    }

    /** The roles in an answer, read where they are read in a token, {@code realm_access/roles} for one; none if they aren't there. */
    static Set<String> roles(TokenIntrospection now, OidcTenantConfig.Roles claim) {
        return Set.copyOf(OidcUtils.findRoles(null, claim, new JsonObject(now.getIntrospectionString())));
    }

    private TenantConfigContext tenantOf(SecurityIdentity identity) {
        String name = identity.getAttribute(OidcUtils.TENANT_ID_ATTRIBUTE);
        return Optional.ofNullable(name).map(tenants::getStaticTenant).orElseGet(tenants::getDefaultTenant);
    }
}
