package id.sigap.notifier.delivery;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeliveryChannel;
import id.sigap.notifier.Filter;
import id.sigap.service.CurrentUser;
import id.sigap.service.Cursor;
import id.sigap.service.Page;
import id.sigap.service.Parameter;
import id.sigap.service.Problem;
import id.sigap.service.Refusal;
import id.sigap.service.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** What has not reached an operator yet, for those who see to it that it does. */
@Path("/api/v1/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.OPS, Roles.SUPERVISOR, Roles.REGULATOR})
@Tag(
        name = "Deliveries",
        description = "A request, or its withdrawal, on its way to its operator: one delivery for each channel.")
@APIResponse(
        responseCode = "401",
        description = "No valid token",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
@APIResponse(
        responseCode = "403",
        description = "The role does not allow it",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class DeliveryResource {

    private static final Logger LOG = Logger.getLogger(DeliveryResource.class);

    private final Deliveries deliveries;
    private final CurrentUser user;
    private final Clock clock;

    DeliveryResource(Deliveries deliveries, CurrentUser user, Clock clock) {
        this.deliveries = deliveries;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            summary = "Deliveries, oldest first",
            description =
                    "state: pending, retrying, delivered, failed or cancelled; channel: kafka or email; request: one request's. "
                            + "What is absent does not narrow.")
    @APIResponse(responseCode = "200", description = "One page; pass next as after for the following one")
    @APIResponse(
            responseCode = "400",
            description = "A parameter is unreadable; errors names it",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Page<DeliveryView> list(
            @QueryParam("state") String state,
            @QueryParam("channel") String channel,
            @QueryParam("operator") String operator,
            @QueryParam("request") String request,
            @QueryParam("after") String after,
            @QueryParam("limit") String limit) {
        int size = Parameter.limit(limit);
        var filter = new Filter()
                .and("d.state = :state", "state", Parameter.oneOf(DeliveryState.class, "state", state))
                .and("d.channel = :channel", "channel", Parameter.oneOf(DeliveryChannel.class, "channel", channel))
                .and(
                        "d.operator = :operator",
                        "operator",
                        Parameter.operator(operator).map(OperatorCode::value))
                .and("d.request.id = :request", "request", Parameter.uuid("request", request))
                .and("d.id > :after", "after", Cursor.read(after, 1).map(cursor -> cursor.uuid(0)));
        return Page.of(
                deliveries
                        .find(
                                "from Delivery d join fetch d.request" + filter.where() + " order by d.id",
                                filter.parameters())
                        .range(0, size)
                        .list(),
                size,
                DeliveryView::of,
                delivery -> Cursor.of(delivery.id()));
    }

    @POST
    @Path("{delivery}/retry")
    @Transactional
    @RolesAllowed({Roles.OPS, Roles.SUPERVISOR})
    @Operation(
            summary = "Try anew one that was given up",
            description = "After what was in the way has been mended. Its attempts and its age count from now.")
    @APIResponse(
            responseCode = "200",
            description = "The delivery, retrying",
            content = @Content(schema = @Schema(implementation = DeliveryView.class)))
    @APIResponse(
            responseCode = "404",
            description = "There is no such delivery",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "It was not given up, the request was answered or withdrawn meanwhile, or the number's operator has been asked for something else since",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public DeliveryView retry(@PathParam("delivery") String delivery) {
        UUID id = Parameter.uuid("delivery", delivery).orElseThrow(() -> Refusal.notFound("delivery"));
        Delivery retried = deliveries.retry(id, clock.instant());
        LOG.infof("delivery is tried anew delivery=%s by=%s", id, user.actor());
        return DeliveryView.of(retried);
    }
}
