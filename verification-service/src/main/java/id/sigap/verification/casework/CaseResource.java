package id.sigap.verification.casework;

import id.sigap.service.ETags;
import id.sigap.service.Problem;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseRequests.Answer;
import id.sigap.verification.casework.CaseRequests.Assignment;
import id.sigap.verification.casework.CaseRequests.EvidenceRequest;
import id.sigap.verification.casework.CaseRequests.Merge;
import id.sigap.verification.casework.CaseRequests.Read;
import id.sigap.verification.casework.CaseRequests.Rejection;
import id.sigap.verification.casework.CaseRequests.Verification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers do with one case. */
@Path("/api/v1/cases/{report}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICER)
@Tag(
        name = "Cases",
        description = "One report, one case. Every move honours If-Match and answers with the case as it is now.")
@APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = CaseView.class)))
@APIResponse(
        responseCode = "400",
        description = "The body is not what the move takes; the problem names every field at fault",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "409",
        description = "The case's state, another officer's claim or a rule forbids it; the problem's type says which",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "412",
        description = "The case is not the one the ETag in If-Match was given for",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "There is no such case",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class CaseResource {

    private final Casework casework;

    CaseResource(Casework casework) {
        this.casework = casework;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.REGULATOR})
    @Operation(summary = "Show a case", description = "With its ETag, to be sent as If-Match by whoever decides on it.")
    public Response show(@PathParam("report") UUID report) {
        return shown(casework.show(report));
    }

    @POST
    @Path("claim")
    @Operation(
            summary = "Take a case, or keep it",
            description = "The claim runs out after a time without activity; then another officer may take the case.")
    public Response claim(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(casework.claim(report, ifMatch));
    }

    @POST
    @Path("release")
    @Operation(summary = "Give a case back to the queue")
    public Response release(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(casework.release(report, ifMatch));
    }

    @POST
    @Path("assign")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Give a case to an officer, whoever has it")
    public Response assign(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Assignment to) {
        return shown(casework.assign(report, ifMatch, to.officer()));
    }

    @POST
    @Path("request-evidence")
    @Operation(summary = "Ask the reporter for evidence")
    public Response requestEvidence(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EvidenceRequest asked) {
        return shown(casework.requestEvidence(report, ifMatch, asked.kinds()));
    }

    @POST
    @Path("verify")
    @Operation(
            summary = "Decide that it is fraud and the number is to be blocked",
            description =
                    "Rests on at least one piece of clean evidence. A protected number waits for a second officer's approval.")
    public Response verify(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @Valid Verification verification) {
        var judgement =
                Optional.ofNullable(verification).map(Verification::judgement).orElse(Judgement.AS_REPORTED);
        return shown(casework.verify(report, ifMatch, judgement));
    }

    @POST
    @Path("approve")
    @Operation(summary = "Agree, as the second officer, that a protected number is to be blocked")
    public Response approve(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(casework.approve(report, ifMatch));
    }

    @POST
    @Path("disapprove")
    @Operation(summary = "Disagree, as the second officer: the case goes back to the first")
    public Response disapprove(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return shown(casework.disapprove(report, ifMatch));
    }

    @GET
    @Path("similar")
    @RolesAllowed({Roles.OFFICER, Roles.REGULATOR})
    @Operation(
            summary = "The cases that share something with this one",
            description =
                    "The number, a file, or the reporter. Those merged into it first, then the latest; at most 20 of each.")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = SimilarCase.class, type = SchemaType.ARRAY)))
    public List<SimilarCase> similar(@PathParam("report") UUID report) {
        return casework.similarTo(report);
    }

    @POST
    @Path("merge")
    @Operation(
            summary = "Decide other cases together with this one",
            description =
                    "Complaints about the same number. If this case is verified they are too; if it ends otherwise they wait again.")
    public Response merge(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Merge others) {
        return shown(casework.merge(report, ifMatch, others.cases()));
    }

    @POST
    @Path("unmerge")
    @Operation(summary = "Let a merged case stand alone again: it waits for an officer")
    public Response unmerge(@PathParam("report") UUID report) {
        return shown(casework.unmerge(report));
    }

    @POST
    @Path("reject")
    @Operation(summary = "Decide that the report leads to no block")
    public Response reject(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Rejection rejection) {
        return shown(casework.reject(report, ifMatch, rejection.reason()));
    }

    @POST
    @Path("answer")
    @Operation(summary = "Answer or refer the reporter: no operator is asked for anything")
    public Response answer(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Answer answer) {
        return shown(casework.answer(report, ifMatch, answer.answer()));
    }

    @POST
    @Path("read")
    @Operation(
            summary = "Put aside what the reporter wrote after the decision",
            description = "It was read and needs no answer. An answer in the chat does the same.")
    public Response read(@PathParam("report") UUID report, @NotNull @Valid Read read) {
        return shown(casework.read(report, read.messages()));
    }

    private static Response shown(CaseView view) {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                .build();
    }
}
