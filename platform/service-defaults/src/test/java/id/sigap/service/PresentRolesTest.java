package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.TokenIntrospection;
import io.quarkus.oidc.runtime.OidcTenantConfig;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("quick")
class PresentRolesTest {

    /** Keycloak's answer about somebody whose last role was taken away. */
    @Test
    void answerWithoutRoles_leavesNone() {
        assertThat(rolesIn("{\"active\":true,\"preferred_username\":\"budi\"}", "roles"))
                .isEmpty();
        assertThat(rolesIn("{\"active\":true,\"realm_access\":{}}", "realm_access/roles"))
                .isEmpty();
    }

    @Test
    void roles_areReadWhereATokenHasThem() {
        assertThat(rolesIn("{\"active\":true,\"roles\":[\"officer\",\"supervisor\"]}", "roles"))
                .containsExactlyInAnyOrder("officer", "supervisor");
        assertThat(rolesIn(
                        "{\"active\":true,\"roles\":[\"other\"],\"realm_access\":{\"roles\":[\"officer\"]}}",
                        "realm_access/roles"))
                .containsExactly("officer");
    }

    private static Set<String> rolesIn(String answer, String claim) {
        return PresentRoles.roles(new TokenIntrospection(answer), new ClaimAt(claim));
    }

    private record ClaimAt(String path) implements OidcTenantConfig.Roles {

        @Override
        public Optional<List<String>> roleClaimPath() {
            return Optional.of(List.of(path));
        }

        @Override
        public Optional<String> roleClaimSeparator() {
            return Optional.empty();
        }

        @Override
        public Optional<Source> source() {
            return Optional.empty();
        }
    }
}
