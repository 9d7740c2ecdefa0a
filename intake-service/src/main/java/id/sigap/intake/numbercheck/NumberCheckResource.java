package id.sigap.intake.numbercheck;

import id.sigap.events.SuspectNumber;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.service.Refusal;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is known of a number, for machines. */
@Path("/api/v1/number-checks")
@Tag(name = "number checks")
@PermitAll
class NumberCheckResource {

    private final NumberChecks checks;
    private final Visitors visitors;

    NumberCheckResource(NumberChecks checks, Visitors visitors) {
        this.checks = checks;
        this.visitors = visitors;
    }

    /** @param number as people type it */
    record Question(
            @Schema(required = true, examples = "0811 0000 0001")
            String number) {}

    /** @param known NOTHING never means that the number is safe */
    record Answer(SuspectNumber number, Known known) {}

    @POST
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Ask about a number",
            description =
                    "A POST, so that the number stands in no address. BLOCKED: its operator has blocked it. ON_ITS_WAY: found to be"
                            + " fraud, and to be blocked. REPORTED: a report is not decided. EMERGENCY, SERVICE: nobody's own phone."
                            + " NOTHING: nothing is known, which never means that it is safe.")
    @APIResponse(responseCode = "200", description = "What is known")
    @APIResponse(responseCode = "400", description = "Not a telephone number")
    @APIResponse(
            responseCode = "429",
            description = "Too many numbers from this network; Retry-After says how long, a proof of work helps")
    public Answer check(
            Question question, @HeaderParam(Visitor.PROOF) String proof, @Context HttpServerRequest request) {
        if (question == null) {
            throw new Refusal(400, "body-missing");
        }
        SuspectNumber number = NumberChecks.number(question.number());
        return new Answer(number, checks.of(number, visitors.of(request, proof)));
    }
}
