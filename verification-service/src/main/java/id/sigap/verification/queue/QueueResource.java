package id.sigap.verification.queue;

import id.sigap.service.Page;
import id.sigap.service.Problem;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseState;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The officers' list. */
@Path("/api/v1/cases")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Queue")
class QueueResource {

    private static final List<String> YES_OR_NO = List.of("true", "false");

    private final Queue queue;

    QueueResource(Queue queue) {
        this.queue = queue;
    }

    @GET
    @RolesAllowed({Roles.OFFICER, Roles.REGULATOR})
    @Operation(
            summary = "List cases",
            description = "Money lost first, then numbers with several reports, then the rest; the oldest first.")
    @APIResponse(responseCode = "200")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is not what it should be; the problem names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<QueueEntry> list(
            @Parameter(description = "Only cases in this state; left out, all that are open") @QueryParam("state")
                    String state,
            @Parameter(
                            description =
                                    "true: only decided cases whose reporters wrote something that nobody has read; not together with state")
                    @QueryParam("writtenAfter")
                    String writtenAfter,
            @Parameter(description = "The value of next of the page before") @QueryParam("after") String after,
            @Parameter(description = "1 to 200, usually 50") @QueryParam("limit") Integer limit) {
        if (isYes(writtenAfter)) {
            if (state != null) {
                throw Refusal.field("state", "wrong-value", "writtenAfter");
            }
            return queue.writtenAfter(after, Page.limit(limit));
        }
        return queue.page(Optional.ofNullable(state).map(CaseState::named), after, Page.limit(limit));
    }

    private static boolean isYes(String writtenAfter) {
        if (writtenAfter != null && !YES_OR_NO.contains(writtenAfter)) {
            throw Refusal.field("writtenAfter", "wrong-value", YES_OR_NO.toString());
        }
        return "true".equals(writtenAfter);
    }
}
