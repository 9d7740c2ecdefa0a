package id.sigap.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.testing.WithSigapInfrastructure;
import id.sigap.verification.desk.VaultStandIn;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint × every role; who is not named is refused. */
@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "verification")
@WithTestResource(VaultStandIn.class)
class RolesTest {

    private static final String UNKNOWN = "01890000-0000-7000-8000-000000000000";
    private static final List<String> EVERYBODY = List.of("", "sari", "dewi", "wira", "oka", "telkomsel-api");

    private static final String ENDPOINTS = """
            GET  /api/v1/cases                          sari dewi wira
            GET  /api/v1/cases/{id}                     sari dewi wira
            POST /api/v1/cases/{id}/claim               sari dewi
            POST /api/v1/cases/{id}/release             sari dewi
            POST /api/v1/cases/{id}/assign              dewi
            POST /api/v1/cases/{id}/request-evidence    sari dewi
            POST /api/v1/cases/{id}/verify              sari dewi
            POST /api/v1/cases/{id}/approve             sari dewi
            POST /api/v1/cases/{id}/disapprove          sari dewi
            POST /api/v1/cases/{id}/reject              sari dewi
            POST /api/v1/cases/{id}/answer              sari dewi
            GET  /api/v1/cases/{id}/similar             sari dewi wira
            POST /api/v1/cases/{id}/merge               sari dewi
            POST /api/v1/cases/{id}/unmerge             sari dewi
            GET  /api/v1/appeals                        wira
            GET  /api/v1/appeals/{id}                   wira
            POST /api/v1/appeals/{id}/uphold            wira
            POST /api/v1/appeals/{id}/dismiss           wira
            """;

    static Stream<Arguments> everyEndpointAndAccount() {
        return ENDPOINTS.lines().flatMap(line -> {
            String[] words = line.split("\\s+");
            List<String> allowed = Arrays.asList(words).subList(2, words.length);
            return EVERYBODY.stream()
                    .map(account ->
                            Arguments.of(Method.valueOf(words[0]), words[1], account, allowed.contains(account)));
        });
    }

    @ParameterizedTest(name = "{0} {1} by {2}: {3}")
    @MethodSource("everyEndpointAndAccount")
    void endpoint_isOpenToItsRolesOnly(Method method, String path, String account, boolean allowed) {
        // When
        RequestSpecification request = account.isEmpty() ? given().contentType(ContentType.JSON) : HelpDesk.as(account);
        int status = (method == Method.POST ? request.body("{}") : request)
                .request(method, path.replace("{id}", UNKNOWN))
                .statusCode();
        // Then
        if (allowed) {
            assertThat(status).isIn(200, 400, 404);
        } else {
            assertThat(status).isEqualTo(account.isEmpty() ? 401 : 403);
        }
    }

    @Test
    void matrix_namesEveryEndpointThereIs() {
        // Given
        List<String> listed = ENDPOINTS
                .lines()
                .map(line -> line.split("\\s+"))
                .map(words -> words[0].toLowerCase(Locale.ROOT) + " " + words[1].replaceAll("\\{.*?}", "{}"))
                .toList();
        // When
        var document =
                given().header("Accept", "application/json").get("/openapi").jsonPath();
        List<String> documented = document.<String, Map<String, Object>>getMap("paths").entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(method ->
                                List.of("get", "post", "put", "delete", "patch").contains(method))
                        .map(method -> method + " " + path.getKey().replaceAll("\\{.*?}", "{}")))
                .toList();
        // Then
        assertThat(documented).containsExactlyInAnyOrderElementsOf(listed);
        assertThat(document.getString("openapi")).startsWith("3.1");
        assertThat(document.getString(
                        "paths.'/api/v1/cases/{report}'.get.responses.'200'.content.'application/json'.schema.'$ref'"))
                .endsWith("/Case");
        assertThat(document.getString("components.schemas.Msisdn.type")).isEqualTo("string");
    }
}
