package id.sigap.notifier.reply;

import id.sigap.events.OperatorCode;
import id.sigap.events.RequestId;
import id.sigap.events.confirmation.ReplyChannel;
import id.sigap.notifier.request.RefusedReply;
import id.sigap.notifier.request.Reply;
import id.sigap.notifier.request.Requests;
import id.sigap.notifier.request.State;
import id.sigap.notifier.request.Taken;
import id.sigap.service.CurrentUser;
import id.sigap.service.IllegalMove;
import id.sigap.service.Problem;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an operator answers what it is asked. What was asked of another doesn't exist for it. */
@Path("/api/v1/requests/{request}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPERATOR)
// what a refused answer left behind is kept
@Transactional(dontRollbackOn = Refusal.class)
@Tag(name = "Replies", description = "An operator's answers. The same answer given twice changes nothing.")
@APIResponse(
        responseCode = "200",
        description = "The request as it is now",
        content = @Content(schema = @Schema(implementation = RequestView.class)))
@APIResponse(
        responseCode = "400",
        description = "Fields are missing, unreadable or can't be true; errors names them",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The token is not an operator's, or names none",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "404",
        description = "No such request, or another operator's",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "409",
        description =
                "The request is withdrawn; or another answer, or other facts, were given before; or an unblock was declined",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ReplyResource {

    private final Requests requests;
    private final Replies replies;
    private final CurrentUser user;

    ReplyResource(Requests requests, Replies replies, CurrentUser user) {
        this.requests = requests;
        this.replies = replies;
        this.user = user;
    }

    @POST
    @Path("acknowledge")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Say that it was seen", description = "Accepted is not done: the deadline goes on.")
    public RequestView acknowledge(@PathParam("request") String request) {
        return answer(request, "ACKNOWLEDGE", new Reply.Seen());
    }

    @POST
    @Path("confirm")
    @Operation(
            summary = "Say that it was done",
            description = "The number is blocked, or unblocked, as was asked. The body may be left out.")
    public RequestView confirm(@PathParam("request") String request, @Valid Confirmation confirmation) {
        Confirmation said = confirmation == null ? Confirmation.BARE : confirmation;
        return answer(request, "CONFIRM", new Reply.Done(said.doneAt(), said.networkReference()));
    }

    @POST
    @Path("decline")
    @Operation(
            summary = "Say that it will not be done, and why",
            description = "A request to block only: NOT_OURS, NOT_ACTIVE or LEGAL_HINDRANCE.")
    public RequestView decline(@PathParam("request") String request, @NotNull @Valid Decline decline) {
        return answer(
                request,
                "DECLINE",
                new Reply.NotDone(
                        decline.reason(), decline.suggestedOperator().map(OperatorCode::new), decline.note()));
    }

    /** The answer counts from here: the first thing the transaction does is to look at the database's clock. */
    private RequestView answer(String request, String move, Reply reply) {
        OperatorCode operator = user.operator();
        RequestId id = RequestIds.read(request);
        Instant now = requests.now();
        Replies.Heard heard = replies.take(operator, id, reply, ReplyChannel.REST, now)
                .orElseThrow(() -> Refusal.notFound("request"));
        return switch (heard.taken()) {
            case Taken.Refused refused ->
                throw problem(refused.why(), heard.request().state(), move);
            case Taken.Said _, Taken.NothingNew _ -> RequestView.of(heard.request());
        };
    }

    private static Refusal problem(RefusedReply why, State state, String move) {
        return switch (why.fault()) {
            case DONE_IN_THE_FUTURE, DONE_BEFORE_ASKED, CONTROL_CHARACTERS, SUGGESTS_ITSELF ->
                Refusal.field(why.field(), why.fault().code());
            case UNBLOCK_DECLINED, WITHDRAWN -> new Refusal(409, why.fault().code());
            case ANSWERED_OTHERWISE -> new IllegalMove("request", state, move);
        };
    }
}
