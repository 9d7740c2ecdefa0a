package id.sigap.intake.derivative;

import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a page shows of evidence instead of the original. */
@Path("/api/v1")
@Tag(name = "evidence")
class DerivativeResource {

    private final DerivativeContent content;

    DerivativeResource(DerivativeContent content) {
        this.content = content;
    }

    @GET
    @Path("/reports/{report}/derivatives")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(
            summary = "What can be shown of a report's evidence",
            description = "Described: pictures, films and recordings.")
    @APIResponse(responseCode = "200", description = "As far as each is")
    public List<Derivative> ofReport(@PathParam("report") String report) {
        return content.of(report, CaseKind.REPORT);
    }

    @GET
    @Path("/reports/{report}/evidence/{evidence}/derivative")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Operation(
            summary = "Look at a piece of evidence as a browser shows it",
            description =
                    "Without place, time and names that a camera or recorder wrote beside it, or a range of it; the read is logged.")
    @APIResponse(responseCode = "200", description = "The file, as an attachment")
    @APIResponse(responseCode = "206", description = "The range that was asked for")
    @APIResponse(
            responseCode = "404",
            description = "There is no such evidence in this report, or nothing to show of it")
    @APIResponse(responseCode = "409", description = "It is in quarantine, or was refused")
    @APIResponse(responseCode = "410", description = "The case's personal data was erased")
    @APIResponse(responseCode = "416", description = "The file has no such range")
    public Response look(
            @PathParam("report") String report,
            @PathParam("evidence") String evidence,
            @HeaderParam("Range") String range)
            throws IOException {
        return content.of(report, evidence, CaseKind.REPORT, range);
    }

    @GET
    @Path("/appeals/{appeal}/derivatives")
    @RolesAllowed(Roles.REGULATOR)
    @Transactional
    @Operation(summary = "What can be shown of an appeal's documents", description = "Described.")
    @APIResponse(responseCode = "200", description = "As far as each is")
    public List<Derivative> ofAppeal(@PathParam("appeal") String appeal) {
        return content.of(appeal, CaseKind.APPEAL);
    }

    @GET
    @Path("/appeals/{appeal}/evidence/{evidence}/derivative")
    @RolesAllowed(Roles.REGULATOR)
    @Operation(summary = "Look at a document as a browser shows it", description = "The read is logged.")
    @APIResponse(responseCode = "200", description = "The file, as an attachment")
    @APIResponse(
            responseCode = "404",
            description = "There is no such document in this appeal, or nothing to show of it")
    @APIResponse(responseCode = "409", description = "It is in quarantine, or was refused")
    @APIResponse(responseCode = "410", description = "The appeal's personal data was erased")
    public Response lookAtDocument(
            @PathParam("appeal") String appeal,
            @PathParam("evidence") String evidence,
            @HeaderParam("Range") String range)
            throws IOException {
        return content.of(appeal, evidence, CaseKind.APPEAL, range);
    }
}
