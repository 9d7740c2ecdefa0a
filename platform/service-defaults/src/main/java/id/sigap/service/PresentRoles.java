package id.sigap.service;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonString;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * With {@code sigap.security.introspection} the identity provider is asked about each token (RFC 7662), after it was verified here, and its word
 * of this moment counts: a token that was revoked, or a role that was taken away, is gone at the next call, though the token still names it (ASVS
 * 8.3.2). Roles that it doesn't mention at all are the token's. Not Quarkus' {@code require-jwt-introspection-only}: that leaves out the audience.
 */
@ApplicationScoped
public class PresentRoles implements SecurityIdentityAugmentor {

    private static final String ROLES = "roles";

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

    private static SecurityIdentity asOf(TokenIntrospection now, SecurityIdentity identity) {
        if (!now.isActive()) {
            throw new AuthenticationFailedException("the token was revoked");
        }
        return now.contains(ROLES) ? narrowed(identity, now) : identity;
    }

    private static SecurityIdentity narrowed(SecurityIdentity identity, TokenIntrospection now) {
        Set<String> present = now.getArray(ROLES).stream()
                .filter(JsonString.class::isInstance)
                .map(role -> ((JsonString) role).getString())
                .collect(Collectors.toSet());
        var narrowed = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissions(identity.getPermissions());
        identity.getRoles().stream().filter(present::contains).forEach(narrowed::addRole);
        return narrowed.build();
    }
}
