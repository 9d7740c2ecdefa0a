package id.sigap.verification.casework;

import id.sigap.events.Event;
import id.sigap.events.ReportId;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.reliable.Journal;
import id.sigap.service.CurrentUser;
import id.sigap.service.ETags;
import id.sigap.service.Problem;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseRequests.Answer;
import id.sigap.verification.casework.CaseRequests.Assignment;
import id.sigap.verification.casework.CaseRequests.EvidenceRequest;
import id.sigap.verification.casework.CaseRequests.Rejection;
import id.sigap.verification.casework.CaseRequests.Verification;
import id.sigap.verification.protection.ProtectedNumbers;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What officers do with one case. */
@Path("/api/v1/cases/{report}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OFFICER)
@Transactional
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

    private final Cases cases;
    private final CaseViews views;
    private final Journal journal;
    private final ProtectedNumbers protectedNumbers;
    private final CurrentUser user;
    private final CaseworkConfig policy;
    private final Clock clock;

    CaseResource(
            Cases cases,
            CaseViews views,
            Journal journal,
            ProtectedNumbers protectedNumbers,
            CurrentUser user,
            CaseworkConfig policy,
            Clock clock) {
        this.cases = cases;
        this.views = views;
        this.journal = journal;
        this.protectedNumbers = protectedNumbers;
        this.user = user;
        this.policy = policy;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.REGULATOR})
    @Operation(summary = "Show a case", description = "With its ETag, to be sent as If-Match by whoever decides on it.")
    public Response show(@PathParam("report") UUID report) {
        return shown(cases.of(report));
    }

    @POST
    @Path("claim")
    @Operation(
            summary = "Take a case, or keep it",
            description = "The claim runs out after a time without activity; then another officer may take the case.")
    public Response claim(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return moveIfNeeded(report, ifMatch, Case::claim);
    }

    @POST
    @Path("release")
    @Operation(summary = "Give a case back to the queue")
    public Response release(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(report, ifMatch, Case::release);
    }

    @POST
    @Path("assign")
    @RolesAllowed(Roles.SUPERVISOR)
    @Operation(summary = "Give a case to an officer, whoever has it")
    public Response assign(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Assignment to) {
        return move(report, ifMatch, (found, act) -> found.assign(to.officer(), act));
    }

    @POST
    @Path("request-evidence")
    @Operation(summary = "Ask the reporter for evidence")
    public Response requestEvidence(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid EvidenceRequest asked) {
        return move(report, ifMatch, (found, act) -> found.requestEvidence(asked.kinds(), act));
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
        return move(report, ifMatch, (found, act) -> found.verify(judgement, protectedNumbers::contains, act));
    }

    @POST
    @Path("approve")
    @Operation(summary = "Agree, as the second officer, that a protected number is to be blocked")
    public Response approve(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(report, ifMatch, Case::approve);
    }

    @POST
    @Path("disapprove")
    @Operation(summary = "Disagree, as the second officer: the case goes back to the first")
    public Response disapprove(@PathParam("report") UUID report, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return move(report, ifMatch, Case::disapprove);
    }

    @POST
    @Path("reject")
    @Operation(summary = "Decide that the report leads to no block")
    public Response reject(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Rejection rejection) {
        return move(report, ifMatch, (found, act) -> found.reject(rejection.reason(), act));
    }

    @POST
    @Path("answer")
    @Operation(summary = "Answer or refer the reporter: no operator is asked for anything")
    public Response answer(
            @PathParam("report") UUID report,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid Answer answer) {
        return move(report, ifMatch, (found, act) -> found.answer(answer.answer(), act));
    }

    private Response move(UUID report, String ifMatch, BiFunction<Case, Act, VerificationEvent> move) {
        return moveIfNeeded(report, ifMatch, move.andThen(Optional::of));
    }

    private Response moveIfNeeded(
            UUID report, String ifMatch, BiFunction<Case, Act, Optional<VerificationEvent>> move) {
        Case found = cases.toChange(new ReportId(report)).orElseThrow(() -> Refusal.notFound("case"));
        ETags.requireMatch(ifMatch, found.version);
        move.apply(found, act()).map(Event.class::cast).ifPresent(journal::append);
        // the version the ETag shows is the one after the move
        cases.flush();
        return shown(found);
    }

    private Act act() {
        var rank = user.has(Roles.SUPERVISOR) ? Officer.Rank.SUPERVISOR : Officer.Rank.OFFICER;
        return new Act(new Officer(user.id(), rank), clock.instant(), policy.claimTimeout());
    }

    private Response shown(Case found) {
        return Response.ok(views.of(found))
                .header(HttpHeaders.ETAG, ETags.of(found.version))
                .build();
    }
}
