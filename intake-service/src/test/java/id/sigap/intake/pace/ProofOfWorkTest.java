package id.sigap.intake.pace;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("service")
@QuarkusTest
@WithSurroundings
class ProofOfWorkTest {

    @Inject
    UsedUp usedUp;

    private static ValidatableResponse report(String address, String proof) {
        return Citizen.submit(
                Citizen.form(),
                UUID.randomUUID().toString(),
                given().header("X-Forwarded-For", address).header(Visitor.PROOF, proof));
    }

    private String exhausted() {
        String address = Citizen.anAddress();
        usedUp.by(Counted.CASES_FROM_NETWORK.of(address));
        return address;
    }

    @Test
    void withoutAProof_anAddressSendsAFewReports_andNoMore() {
        // Given
        String address = exhausted();
        // Then
        report(address, "").statusCode(429).body("type", equalTo("urn:sigap:problem:too-many-requests"));
        report(Citizen.anAddress(), "").statusCode(201);
    }

    @Test
    void aProof_isGoodForOneReport() {
        // Given
        String address = exhausted();
        String proof = Proofs.solved();
        // When
        report(address, proof).statusCode(201);
        // Then
        report(address, proof).statusCode(429);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"bm8gcHJvb2Y=", "{}", "!"})
    void whatWasMadeUp_provesNothing(String proof) {
        report(exhausted(), proof).statusCode(429);
    }
}
