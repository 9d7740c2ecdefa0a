package id.sigap.intake.chat;

import id.sigap.events.report.Author;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.intake.receipt.Receipts;
import id.sigap.intake.receipt.ShownReceipt;
import id.sigap.intake.report.Report;
import id.sigap.intake.report.Reports;
import id.sigap.intake.vault.AccessLog;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.CurrentUser;
import id.sigap.service.Page;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.text.TypedText;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The conversation for those without a socket. */
@Path("/api/v1")
@Tag(name = "chat")
@Consumes(MediaType.APPLICATION_JSON)
class MessageResource {

    /** Up to where the other side has read. */
    private static final String READ = "Sigap-Read";

    private final Conversations conversations;
    private final ReadMarks marks;
    private final Receipts receipts;
    private final Reports reports;
    private final AccessLog accesses;
    private final CurrentUser user;

    MessageResource(
            Conversations conversations,
            ReadMarks marks,
            Receipts receipts,
            Reports reports,
            AccessLog accesses,
            CurrentUser user) {
        this.conversations = conversations;
        this.marks = marks;
        this.receipts = receipts;
        this.reports = reports;
        this.accesses = accesses;
        this.user = user;
    }

    /** @param text 1 to 2000 characters */
    record NewMessage(
            @Schema(required = true, maxLength = 2000) String text) {}

    @GET
    @Path("/report/messages")
    @PermitAll
    @Transactional
    @Operation(
            summary = "Read one's own conversation",
            description = "The messages after a sequence, at most limit. They count as read by the reporter.")
    @APIResponse(responseCode = "200", description = "In order; Sigap-Read says up to where the officer has read")
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    public RestResponse<List<MessageView>> own(
            @BeanParam ShownReceipt receipt,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("limit") Integer limit) {
        Report report = reports.of(receipts.open(receipt, CaseKind.REPORT));
        return read(report, Author.REPORTER, conversations.after(report, after, Page.limit(limit)));
    }

    @POST
    @Path("/report/messages")
    @PermitAll
    @Operation(summary = "Write to the officer", description = "The same Idempotency-Key again is the same message.")
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "401", description = "No report has this receipt")
    @APIResponse(responseCode = "409", description = "The conversation is over")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key is another message's")
    @APIResponse(responseCode = "429", description = "Too many in a short time; Retry-After says how long")
    public Response write(
            @BeanParam ShownReceipt receipt, @HeaderParam("Idempotency-Key") String key, NewMessage message) {
        Report report = reports.of(receipts.open(receipt, CaseKind.REPORT));
        return posted(report, Writer.REPORTER, key, message);
    }

    @GET
    @Path("/reports/{report}/messages")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
    @Transactional
    @Operation(
            summary = "Read a conversation",
            description =
                    "The messages after a sequence, or the last ones before a sequence. The read is logged; what an officer or a"
                            + " supervisor is shown counts as read by the help desk.")
    @APIResponse(responseCode = "200", description = "In order; Sigap-Read says up to where the reporter has read")
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "410", description = "Its personal data was erased")
    public RestResponse<List<MessageView>> of(
            @PathParam("report") String id,
            @QueryParam("after") @DefaultValue("0") long after,
            @QueryParam("before") Long before,
            @QueryParam("limit") Integer limit) {
        Report report = reports.named(id);
        List<MessageView> messages = before == null
                ? conversations.after(report, after, Page.limit(limit))
                : conversations.before(report, before, Page.limit(limit));
        accesses.messagesRead(report.caseId(), user.actor());
        // a regulator looks on: who writes is not answered by that
        boolean answering = user.has(Roles.OFFICER) || user.has(Roles.SUPERVISOR);
        return answering ? read(report, Author.OFFICER, messages) : shown(report, Author.OFFICER, messages);
    }

    private RestResponse<List<MessageView>> read(Report report, Author reader, List<MessageView> messages) {
        if (!messages.isEmpty()) {
            marks.read(report.id(), reader, messages.getLast().seq());
        }
        return shown(report, reader, messages);
    }

    private RestResponse<List<MessageView>> shown(Report report, Author reader, List<MessageView> messages) {
        Author other = reader == Author.REPORTER ? Author.OFFICER : Author.REPORTER;
        return RestResponse.ResponseBuilder.ok(messages)
                .header(READ, marks.of(report.id(), other))
                .build();
    }

    @POST
    @Path("/reports/{report}/messages")
    @RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR})
    @Operation(summary = "Write to the reporter", description = "The same Idempotency-Key again is the same message.")
    @APIResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(schema = @Schema(implementation = MessageView.class)))
    @APIResponse(responseCode = "404", description = "There is no such report")
    @APIResponse(responseCode = "409", description = "The conversation is over")
    @APIResponse(responseCode = "422", description = "The Idempotency-Key is another message's")
    public Response write(
            @PathParam("report") String id, @HeaderParam("Idempotency-Key") String key, NewMessage message) {
        return posted(reports.named(id), Writer.officer(user.id()), key, message);
    }

    private Response posted(Report report, Writer writer, String key, NewMessage message) {
        if (TypedText.isBlank(key)) {
            throw Refusal.field("Idempotency-Key", "idempotency-key-missing");
        }
        String text = message == null ? null : message.text();
        return Response.status(Status.CREATED)
                .entity(conversations.post(report.id(), writer, text, Optional.of(key)))
                .build();
    }
}
