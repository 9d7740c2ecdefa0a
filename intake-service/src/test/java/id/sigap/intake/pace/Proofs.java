package id.sigap.intake.pace;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Algorithm;

/** Does the work that a browser does. */
final class Proofs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Proofs() {}

    /** As it goes into the form, or the header. */
    static String solved() {
        JsonPath challenge = given().get("/api/v1/proof-of-work").jsonPath();
        try {
            long number = Altcha.solveChallenge(
                            challenge.getString("challenge"),
                            challenge.getString("salt"),
                            Algorithm.SHA256,
                            challenge.getLong("maxnumber"),
                            0)
                    .number;
            return Base64.getEncoder()
                    .encodeToString(JSON.writeValueAsBytes(Map.of(
                            "algorithm", challenge.getString("algorithm"),
                            "challenge", challenge.getString("challenge"),
                            "salt", challenge.getString("salt"),
                            "signature", challenge.getString("signature"),
                            "number", number)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("this piece of work can't be done", e);
        }
    }
}
