package id.sigap.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.infrastructure.Account;
import id.sigap.infrastructure.KafkaUser;
import id.sigap.infrastructure.Security;
import id.sigap.local.StackFailed;
import id.sigap.local.service.Replica;
import id.sigap.local.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything of a stack is and how to get in: all that somebody outside its process needs to use it.
 *
 * @param folder logs, data, secrets
 * @param ports who listens where, on this machine only
 * @param secrets its passwords
 */
public record Stack(StackFolder folder, PortPlan ports, Secrets secrets) {

    private static final String HOST = "http://localhost:";
    /** The database server trusts who is on this machine; its superuser has no password. */
    public static final String DATABASE_SUPERUSER = "postgres";

    /** The stack whose state lies in this folder, if it runs. */
    public static Optional<Stack> running(StackFolder folder) {
        return StackState.read(folder.state()).filter(StackState::isSupervised).map(state -> of(folder, state));
    }

    /** What that state belongs to. */
    public static Stack of(StackFolder folder, StackState state) {
        return new Stack(new StackFolder(folder.root(), state.data()), state.ports(), Secrets.in(folder.secrets()));
    }

    /** Every process of this service that there is. */
    public List<Replica> replicas(Service service) {
        return Replica.of(service, ports.replicas());
    }

    /** The root of a service's public interface, at its first replica. */
    public URI api(Service service) {
        return api(service.replica(1));
    }

    public URI api(Replica replica) {
        return URI.create(HOST + ports.http(replica));
    }

    /** The root of a replica's health and metrics. */
    public URI management(Replica replica) {
        return URI.create(HOST + ports.management(replica));
    }

    /** The issuer; OpenID discovery is below it. */
    public URI issuer() {
        return URI.create(HOST + ports.identity() + "/sigap");
    }

    /** Where a password or client credentials become a token. */
    public URI tokenEndpoint() {
        return URI.create(issuer() + "/token");
    }

    /** Every mail that was sent: GET gives them as JSON, {@code ?to=} those to one address, DELETE empties it. */
    public URI mailbox() {
        return URI.create(HOST + ports.mailbox() + "/api/messages");
    }

    public String kafkaBootstrap() {
        return "localhost:" + ports.kafka();
    }

    /** All a Kafka client of this user needs; users are the services' ids, the operators' codes in lower case, and {@code admin}. */
    public Map<String, String> kafkaClient(String user) {
        KafkaUser login = new KafkaUser(user, secrets.kafka(user));
        Map<String, String> properties =
                new HashMap<>(Security.sasl(login, List.of()).clientProperties(login));
        properties.put("bootstrap.servers", kafkaBootstrap());
        return properties;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database;
    }

    /** What the replica writes to its standard output. */
    public Path log(Replica replica) {
        return folder.log(replica.id());
    }

    /**
     * An access token, got the way the account's owner would get it: a person's with user name, a machine's with client credentials.
     *
     * @throws StackFailed if the identity provider refuses or doesn't answer
     */
    public String tokenFor(Account account) {
        String form = account.operator().isPresent()
                ? "grant_type=client_credentials&client_id=%s&client_secret=any&scope=sigap"
                : "grant_type=password&client_id=sigap-cli&username=%s&password=any&scope=openid";
        HttpRequest request = HttpRequest.newBuilder(tokenEndpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        form.formatted(URLEncoder.encode(account.id(), StandardCharsets.UTF_8))))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new StackFailed("no token for " + account.id() + ": " + response.body());
            }
            return new ObjectMapper()
                    .readTree(response.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new StackFailed("the identity provider doesn't answer: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted while waiting for a token", e);
        }
    }
}
