package id.sigap.infrastructure;

import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ResourceOwnerPasswordCredentialsGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.OAuth2Exception;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;

/** What a token says, by who asks for it. Unknown users and clients get none. */
final class AccountTokens implements OAuth2TokenCallback {

    private static final Duration LIFETIME = Duration.ofHours(8);

    /** The tokens of one account, whatever is asked. */
    OAuth2TokenCallback of(Account account) {
        return new OfOne(account);
    }

    @Override
    public String issuerId() {
        return IdentityProvider.ISSUER;
    }

    @Override
    public String subject(TokenRequest request) {
        return account(request).map(Account::id).orElse("");
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(IdentityProvider.AUDIENCE);
    }

    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return account(request).map(Account::claims).orElse(Map.of());
    }

    @Override
    public long tokenExpiry() {
        return LIFETIME.toSeconds();
    }

    /** Empty where the login page has said who it is: then its form brings the claims. */
    private static Optional<Account> account(TokenRequest request) {
        return switch (request.getAuthorizationGrant()) {
            case ResourceOwnerPasswordCredentialsGrant login -> Optional.of(known(Account.PEOPLE, login.getUsername()));
            case ClientCredentialsGrant _ -> Optional.of(known(Account.MACHINES, clientId(request)));
            default -> Optional.empty();
        };
    }

    private static Account known(List<Account> accounts, String id) {
        return accounts.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new OAuth2Exception(OAuth2Error.INVALID_GRANT, "nobody is called " + id, null));
    }

    private static String clientId(TokenRequest request) {
        return Stream.of(
                        Optional.ofNullable(request.getClientAuthentication()).map(auth -> auth.getClientID()),
                        Optional.ofNullable(request.getClientID()))
                .flatMap(Optional::stream)
                .map(id -> id.getValue())
                .findFirst()
                .orElse("");
    }

    private record OfOne(Account account) implements OAuth2TokenCallback {
        @Override
        public String issuerId() {
            return IdentityProvider.ISSUER;
        }

        @Override
        public String subject(TokenRequest request) {
            return account.id();
        }

        @Override
        public String typeHeader(TokenRequest request) {
            return "JWT";
        }

        @Override
        public List<String> audience(TokenRequest request) {
            return List.of(IdentityProvider.AUDIENCE);
        }

        @Override
        public Map<String, Object> addClaims(TokenRequest request) {
            return account.claims();
        }

        @Override
        public long tokenExpiry() {
            return LIFETIME.toSeconds();
        }
    }
}
