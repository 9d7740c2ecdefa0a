package id.sigap.verification.desk;

import id.sigap.service.Roles;
import id.sigap.verification.queue.LiveQueue;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.jboss.resteasy.reactive.ResponseHeader;

/** Keeps the queue on an officer's screen up to date: a stream that says when there is something new, and the new rows. */
@Path("/desk/queue")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
class QueueUpdates {

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance board(ShownQueue queue);
    }

    private final LiveQueue live;
    private final OpenLines lines;
    private final QueueScreen screen;
    private final Sse sse;

    QueueUpdates(LiveQueue live, OpenLines lines, QueueScreen screen, Sse sse) {
        this.live = live;
        this.lines = lines;
        this.screen = screen;
        this.sse = sse;
    }

    /** {@code queue}: this is its version now; {@code end}: ask again whether you may listen, for example because the session has ended. */
    @GET
    @Path("changes")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no") // a proxy in between passes each event on at once
    public Multi<OutboundSseEvent> changes(@CookieParam(DeskSessions.COOKIE) String session) {
        Uni<Void> end = lines.untilTheEndOf(session);
        Multi<Optional<String>> versions = Multi.createBy()
                .merging()
                .streams(
                        live.stream().map(Optional::of).onCompletion().continueWith(Optional.empty()),
                        end.map(_ -> Optional.<String>empty()).toMulti());
        return versions.select()
                .first(Optional::isPresent)
                .map(version -> event("queue", version.orElseThrow()))
                .onCompletion()
                .continueWith(event("end", ""));
    }

    /** What stands on the page of the queue, to be put in its place. */
    @GET
    @Path("board")
    @Produces(MediaType.TEXT_HTML)
    public Page board(@QueryParam("version") @DefaultValue("") String version) {
        return new Page(View.board(version.isEmpty() ? screen.front() : screen.front(version)));
    }

    private OutboundSseEvent event(String name, String data) {
        return sse.newEventBuilder().name(name).data(data).build();
    }
}
