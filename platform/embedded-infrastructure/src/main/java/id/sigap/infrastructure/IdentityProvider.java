package id.sigap.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/**
 * An OpenID provider on the loopback address: discovery, keys, a login page, signed tokens. It knows the {@link Account}s and asks for no
 * password, so it is for one's own machine only.
 *
 * <p>Logging in: authorization code with the page (any client id); {@code grant_type=password&username=sari&password=any&client_id=sigap-cli}
 * for a shell; client credentials with the client ids of {@link Account#MACHINES}. Always speak to it as {@code localhost}: the issuer in a
 * token is the name the provider was called by.
 */
public final class IdentityProvider implements AutoCloseable {

    public static final String ISSUER = "sigap";
    public static final String AUDIENCE = "sigap";

    private final AccountTokens tokens = new AccountTokens();
    private final OAuth2TokenProvider keys = new OAuth2TokenProvider();
    private final Path loginPage;
    private final int port;
    private MockOAuth2Server server;

    private IdentityProvider(int port) throws IOException {
        loginPage = Files.createTempFile("sigap-login", ".html");
        Files.writeString(loginPage, LoginPage.html(Account.PEOPLE));
        server = serverOn(port);
        this.port = server.baseUrl().port();
    }

    private MockOAuth2Server serverOn(int wanted) throws IOException {
        var started = new MockOAuth2Server(
                new OAuth2Config(true, loginPage.toString(), null, false, keys, Set.of(tokens), new PromptServer()),
                new PresentRoles(keys));
        started.start(localhost(), wanted);
        return started;
    }

    private static InetAddress localhost() throws UnknownHostException {
        return InetAddress.getByName("localhost");
    }

    /** Starts on the given port, 0 for a free one. */
    public static IdentityProvider start(int port) {
        try {
            return new IdentityProvider(port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the identity provider on port " + port, e);
        }
    }

    /** The issuer; discovery is below it at {@code /.well-known/openid-configuration}. Quarkus calls it {@code auth-server-url}. */
    public String issuerUrl() {
        return server.issuerUrl(ISSUER).toString();
    }

    /** Where a code, a password or client credentials become a token. */
    public String tokenUrl() {
        return server.tokenEndpointUrl(ISSUER).toString();
    }

    public int port() {
        return port;
    }

    /** Answers nobody, as if the machine were off. */
    public void stop() {
        server.shutdown();
    }

    /** Answers again, on the same port and with the same keys: tokens given before are still good. */
    public void revive() {
        try {
            server = serverOn(port);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start the identity provider on port " + port, e);
        }
    }

    /** An access token, as one that logged in would have it. */
    public String tokenFor(Account account) {
        return server.issueToken(ISSUER, account.id(), tokens.of(account)).serialize();
    }

    @Override
    public void close() {
        stop();
        try {
            Files.deleteIfExists(loginPage);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
