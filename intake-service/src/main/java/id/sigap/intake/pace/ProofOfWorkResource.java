package id.sigap.intake.pace;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.altcha.altcha.Altcha.Challenge;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where a browser gets its piece of work. */
@Path("/api/v1/proof-of-work")
@Tag(name = "reports")
@PermitAll
class ProofOfWorkResource {

    private final ProofOfWork proofs;

    ProofOfWorkResource(ProofOfWork proofs) {
        this.proofs = proofs;
    }

    @GET
    @Operation(
            summary = "A piece of work for the public form, or for who is locked out by their neighbours",
            description =
                    "An ALTCHA challenge (SHA-256). Its solution, in Base64, goes into the header Sigap-Proof of a request that"
                            + " was answered with 429 because of what others do, and is good once.")
    @APIResponse(responseCode = "200", description = "algorithm, challenge, maxnumber, salt, signature")
    @APIResponse(responseCode = "503", description = "Try again")
    public Challenge challenge() {
        return proofs.challenge();
    }
}
