package id.sigap.intake.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.testing.WithSurroundings;
import id.sigap.service.Refusal;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;
import org.altcha.altcha.Altcha.Challenge;
import org.altcha.altcha.Altcha.Solution;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("service")
@QuarkusTest
@WithSurroundings
class ProofOfWorkTest {

    @Inject
    ProofOfWork proofs;

    @Inject
    PaceConfig config;

    @Inject
    ObjectMapper json;

    @Test
    void withoutAProof_anAddressSendsAFewReports_andNoMore() {
        // Given
        String address = "203.0.113.7";
        for (int i = 0; i < config.withoutProof(); i++) {
            proofs.require(null, address);
        }
        // Then
        assertRefused(null, address);
        proofs.require(null, "203.0.113.8");
    }

    @Test
    void aProof_isGoodForOneReport() throws Exception {
        // Given
        String address = exhausted("203.0.113.9");
        String proof = solved(proofs.challenge());
        // When
        proofs.require(proof, address);
        // Then
        assertRefused(proof, address);
    }

    @Test
    void whatWasMadeUp_provesNothing() {
        String address = exhausted("203.0.113.10");
        assertRefused("", address);
        assertRefused("bm8gcHJvb2Y=", address);
        assertRefused("{}", address);
    }

    private String exhausted(String address) {
        for (int i = 0; i < config.withoutProof(); i++) {
            proofs.require(null, address);
        }
        return address;
    }

    private void assertRefused(String proof, String address) {
        assertThatThrownBy(() -> proofs.require(proof, address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.status()).isEqualTo(429));
    }

    private String solved(Challenge challenge) throws Exception {
        Solution solution =
                Altcha.solveChallenge(challenge.challenge, challenge.salt, Algorithm.SHA256, challenge.maxnumber, 0);
        return Base64.getEncoder()
                .encodeToString(json.writeValueAsBytes(Map.of(
                        "algorithm", challenge.algorithm,
                        "challenge", challenge.challenge,
                        "salt", challenge.salt,
                        "signature", challenge.signature,
                        "number", solution.number)));
    }
}
