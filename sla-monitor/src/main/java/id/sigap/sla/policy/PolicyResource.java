package id.sigap.sla.policy;

import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** By which rule clocks run. */
@Path("/api/v1/policy")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR, Roles.OPERATOR})
@Tag(name = "Policy", description = "When a window begins and when it is at risk.")
public class PolicyResource {

    @Inject
    Policies policies;

    @Inject
    CurrentUser user;

    /**
     * The rule for all, and of operators that have their own.
     *
     * @param clockStart DELIVERED, REQUESTED or EVIDENCE_COMPLETE
     * @param atRiskShare above 0, up to 1
     * @param operators by code
     */
    @Schema(name = "DeadlinePolicy")
    public record PolicyView(ClockStart clockStart, BigDecimal atRiskShare, Map<String, Policy> operators) {}

    @GET
    @Operation(
            summary = "The deadline policy in force",
            description =
                    "The window's length comes with each request. A change counts for requests that arrive after it. "
                            + "An operator's token sees the rule for all and its own.")
    @APIResponse(responseCode = "200", description = "The policy.")
    @APIResponse(responseCode = "401", description = "No valid token.")
    @APIResponse(responseCode = "403", description = "The role does not allow it.")
    public PolicyView policy() {
        Policy forAll = policies.forAll();
        var readable = policies.readableBy(user.has(Roles.OPERATOR) ? Optional.of(user.operator()) : Optional.empty());
        return new PolicyView(
                forAll.clockStart(),
                forAll.atRiskShare(),
                readable.entrySet().stream()
                        .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue)));
    }
}
