package id.sigap.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.infrastructure.Account;
import id.sigap.testing.LooseBodies;
import id.sigap.testing.Tokens;
import id.sigap.testing.WithSigapInfrastructure;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSigapInfrastructure(database = "notifier")
@WithOperators
class StrictBodiesTest {

    @TestHTTPResource("/")
    URL home;

    @Test
    void jsonThatCouldBeReadInTwoWays_isRefusedByEveryBody() {
        // Given
        var bodies = LooseBodies.of(home, Map.of());
        var tokens = List.of(Tokens.operator(Account.TELKOMSEL), Tokens.ops(), Tokens.supervisor());
        // Then
        assertThat(bodies.operations()).isPositive();
        assertThat(bodies.refusedThoughComplete(tokens)).isEmpty();
        assertThat(bodies.accepted(tokens)).isEmpty();
    }
}
