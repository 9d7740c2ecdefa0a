package id.sigap.verification.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.service.Roles;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What {@code deploy/keycloak} sets up is what the services expect. */
@Tag("quick")
class KeycloakRealmTest {

    private final JsonNode realm = realm();
    private final Properties service = properties(Path.of("src", "main", "resources", "application.properties"));
    private final Properties everyService = properties(Path.of(
            "..",
            "platform",
            "service-defaults",
            "src",
            "main",
            "resources",
            "META-INF",
            "microprofile-config.properties"));

    @Test
    void roles_areThoseOfTheCode() {
        assertThat(all(realm.at("/roles/realm")).map(role -> role.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(rolesOfTheCode());
        assertThat(role("supervisor").at("/composites/realm/0").asText()).isEqualTo(Roles.OFFICER);
    }

    @Test
    void theDesk_isAClientForTheCodeFlowWithPkce_andComesBackToItsPathOnly() {
        // When
        JsonNode desk = client(service.getProperty("quarkus.oidc.desk.client-id"));
        // Then
        assertThat(desk.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(desk.path("implicitFlowEnabled").asBoolean()).isFalse();
        assertThat(desk.path("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(desk.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(service.getProperty("quarkus.oidc.desk.authentication.pkce-required"))
                .isEqualTo("true");
        assertThat(all(desk.path("redirectUris")).map(JsonNode::asText))
                .containsExactly(
                        "${SIGAP_DESK_URL}" + service.getProperty("quarkus.oidc.desk.authentication.redirect-path"));
        assertThat(desk.at("/attributes/post.logout.redirect.uris").asText()).isEqualTo("${SIGAP_DESK_URL}/");
    }

    @Test
    void everyClient_hasTheClaimsThatServicesRead() {
        assertThat(all(realm.path("clients"))).isNotEmpty().allSatisfy(client -> {
            assertThat(mapper(client, "oidc-audience-mapper")
                            .path("included.custom.audience")
                            .asText())
                    .isEqualTo(everyService.getProperty("quarkus.oidc.token.audience"));
            JsonNode roles = mapper(client, "oidc-usermodel-realm-role-mapper");
            assertThat(roles.path("claim.name").asText())
                    .isEqualTo(everyService.getProperty("quarkus.oidc.roles.role-claim-path"))
                    .isEqualTo(service.getProperty("quarkus.oidc.desk.roles.role-claim-path"));
            assertThat(roles.path("access.token.claim").asText()).isEqualTo("true");
        });
    }

    @Test
    void anOperatorsMachine_isItsOperator_andNothingElse() {
        // When
        List<JsonNode> machines = all(realm.path("clients"))
                .filter(client -> client.path("serviceAccountsEnabled").asBoolean())
                .toList();
        // Then
        assertThat(machines).isNotEmpty().allSatisfy(machine -> {
            String id = machine.path("clientId").asText();
            JsonNode operator = mapper(machine, "oidc-hardcoded-claim-mapper");
            assertThat(operator.path("claim.name").asText()).isEqualTo("operator");
            assertThat(operator.path("claim.value").asText().toLowerCase(Locale.ROOT) + "-api")
                    .isEqualTo(id);
            assertThat(machine.path("standardFlowEnabled").asBoolean()).isFalse();
            assertThat(all(user(id).path("realmRoles")).map(JsonNode::asText)).containsExactly(Roles.OPERATOR);
            assertThat(scope(id)).containsExactly(Roles.OPERATOR);
        });
    }

    @Test
    void nobodyCanLogIn_beforeSomebodyHasBeenLetIn() {
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("credentials")).isEmpty();
        assertThat(all(realm.path("users"))).allSatisfy(user -> assertThat(user.has("serviceAccountClientId"))
                .isTrue());
    }

    private static List<String> rolesOfTheCode() {
        return Arrays.stream(Roles.class.getFields())
                .map(KeycloakRealmTest::constant)
                .toList();
    }

    private static String constant(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private JsonNode role(String name) {
        return one(realm.at("/roles/realm"), "name", name);
    }

    private JsonNode client(String id) {
        return one(realm.path("clients"), "clientId", id);
    }

    private JsonNode user(String client) {
        return one(realm.path("users"), "serviceAccountClientId", client);
    }

    private List<String> scope(String client) {
        return all(one(realm.path("scopeMappings"), "client", client).path("roles"))
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode mapper(JsonNode client, String kind) {
        return one(client.path("protocolMappers"), "protocolMapper", kind).path("config");
    }

    private static JsonNode one(JsonNode list, String field, String value) {
        List<JsonNode> fitting = all(list)
                .filter(node -> node.path(field).asText().equals(value))
                .toList();
        assertThat(fitting).as(field + " " + value).hasSize(1);
        return fitting.getFirst();
    }

    private static Stream<JsonNode> all(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    private static JsonNode realm() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("..", "deploy", "keycloak", "sigap-realm.json")
                            .toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Properties properties(Path file) {
        try (Reader text = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(text);
            return properties;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
