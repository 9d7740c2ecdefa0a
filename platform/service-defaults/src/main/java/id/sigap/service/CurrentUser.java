package id.sigap.service;

import id.sigap.events.OperatorCode;
import id.sigap.reliable.Actor;
import io.quarkus.arc.Arc;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who makes the current call. */
@Unremovable
@ApplicationScoped
public class CurrentUser implements Actor {

    private static final String OPERATOR_CLAIM = "operator";
    /** The first that fits is what the audit trail calls them. */
    private static final List<String> RANK =
            List.of(Roles.REGULATOR, Roles.SUPERVISOR, Roles.OFFICER, Roles.OPERATOR, Roles.OPS);

    private final CurrentIdentityAssociation identities;

    CurrentUser(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /** The account's id, as its token names it. Only behind {@code @RolesAllowed}. */
    public String id() {
        return identity().getPrincipal().getName();
    }

    public boolean has(String role) {
        return identity().hasRole(role);
    }

    /**
     * The operator the token is bound to.
     *
     * @throws Refusal 403 if the token is an operator's but names none
     */
    public OperatorCode operator() {
        return operatorIfAny().orElseThrow(() -> new Refusal(403, "operator-not-named"));
    }

    /** The operator the token is bound to; empty for everybody else's token. */
    public Optional<OperatorCode> operatorIfAny() {
        if (!(identity().getPrincipal() instanceof JsonWebToken token) || !has(Roles.OPERATOR)) {
            return Optional.empty();
        }
        return token.<Object>claim(OPERATOR_CLAIM).flatMap(CurrentUser::operator);
    }

    /** Empty for a claim that names no operator: a list, a number, another spelling. */
    private static Optional<OperatorCode> operator(Object claim) {
        try {
            return claim instanceof String code ? Optional.of(new OperatorCode(code)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public String actor() {
        if (!Arc.container().requestContext().isActive() || identity().isAnonymous()) {
            return "system";
        }
        if (has(Roles.OPERATOR)) {
            return "operator:" + operatorIfAny().map(OperatorCode::value).orElse(id());
        }
        return RANK.stream().filter(this::has).findFirst().orElse("user") + ":" + id();
    }

    private SecurityIdentity identity() {
        return identities.getIdentity();
    }
}
