package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.pace.Visitor;
import id.sigap.intake.pace.Visitors;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseKey;
import id.sigap.intake.vault.CaseKeys;
import id.sigap.intake.vault.People;
import id.sigap.intake.vault.Person;
import id.sigap.phone.Suspect;
import id.sigap.service.CurrentUser;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The form's address, and the officer's view of what was written on it. */
@Path("/api/v1")
@Tag(name = "reports")
class ReportResource {

    private final Submissions submissions;
    private final Reports reports;
    private final People people;
    private final CaseKeys keys;
    private final AccessLog accesses;
    private final CurrentUser user;
    private final Visitors visitors;

    ReportResource(
            Submissions submissions,
            Reports reports,
            People people,
            CaseKeys keys,
            AccessLog accesses,
            CurrentUser user,
            Visitors visitors) {
        this.submissions = submissions;
        this.reports = reports;
        this.people = people;
        this.keys = keys;
        this.accesses = accesses;
        this.user = user;
        this.visitors = visitors;
    }

    /**
     * What an officer reads.
     *
     * @param suspectAsTyped the number, or sender's name, as the reporter wrote it, beside how it was understood
     * @param talkative whether reporter and officer may still write to each other
     */
    record OfficerReport(
            UUID report,
            String caseNumber,
            ReportKind kind,
            Channel channel,
            Category category,
            Optional<Suspect> suspect,
            Optional<String> suspectAsTyped,
            Instant occurredAt,
            boolean moneyLost,
            String language,
            ReportState status,
            boolean talkative,
            Instant submittedAt,
            Person reporter,
            String narrative) {}

    @POST
    @Path("/reports")
    @PermitAll
    @Transactional
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Report a number, or ask for information",
            description =
                    "Answers with the case number and the receipt code, which is shown this once. The same Idempotency-Key"
                            + " and body answer the same again.")
    @APIResponse(
            responseCode = "201",
            description = "Taken",
            content = @Content(schema = @Schema(implementation = Submissions.SubmittedReport.class)))
    @APIResponse(responseCode = "400", description = "Fields are missing or wrong; all are named")
    @APIResponse(responseCode = "413", description = "Too large")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key was used for another request")
    @APIResponse(responseCode = "503", description = "Nothing was saved; try again")
    @APIResponse(responseCode = "429", description = "Too many; Retry-After says how long, a proof of work may help")
    public Response submit(
            @HeaderParam("Idempotency-Key") String key,
            @HeaderParam(Visitor.PROOF) String proof,
            @Context HttpServerRequest request,
            ReportForm form) {
        if (form == null) {
            throw new Refusal(400, "body-missing");
        }
        return Response.created(URI.create("/api/v1/report"))
                .entity(submissions.submit(key, form, visitors.of(request, proof)))
                .build();
    }

    @GET
    @Path("/reports/{report}")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(summary = "Read a report", description = "With identity and narrative; the read is logged.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = @Content(schema = @Schema(implementation = OfficerReport.class)))
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "410", description = "Its personal data was erased")
    public OfficerReport read(@PathParam("report") String id) {
        Report report = reports.named(id);
        CaseKey key = keys.of(report.caseId());
        accesses.reportRead(report.caseId(), user.actor());
        return new OfficerReport(
                report.id().value(),
                report.caseNumber(),
                report.kind(),
                report.channel(),
                report.category(),
                report.suspect(),
                report.suspectAsTyped(key),
                report.occurredAt(),
                report.moneyLost(),
                report.language().code(),
                report.state(),
                report.state().isTalkative(),
                report.submittedAt(),
                people.of(report.caseId()),
                report.narrative(key));
    }
}
