package id.sigap.verification.desk;

import id.sigap.phone.PhoneNumbers;
import id.sigap.service.CurrentUser;
import id.sigap.service.Roles;
import id.sigap.verification.casework.CaseView;
import id.sigap.verification.queue.NextCase;
import id.sigap.verification.queue.Queue;
import id.sigap.verification.queue.QueueEntry;
import id.sigap.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Where an officer's day begins: their own cases, then what waits. */
@Path("/desk")
@RolesAllowed({Roles.OFFICER, Roles.SUPERVISOR, Roles.REGULATOR})
@Produces(MediaType.TEXT_HTML)
class QueuePage {

    private static final int ROWS = 25;

    @CheckedTemplate(basePath = "desk")
    static final class View {

        private View() {}

        static native TemplateInstance queue(ShownQueue queue);
    }

    /** @param number as people read it; empty if none was reported @param holder empty if nobody has it */
    public record Row(QueueEntry entry, String number, String holder) {

        static Row of(QueueEntry entry) {
            return new Row(
                    entry,
                    entry.suspect().map(PhoneNumbers::shown).orElse(""),
                    entry.claimedBy().orElse(""));
        }
    }

    /** @param next of the page after this; empty on the last @param nothingWaits they asked for a case and there was none */
    public record ShownQueue(List<Row> own, List<Row> open, String next, boolean decides, boolean nothingWaits) {}

    private final Queue queue;
    private final NextCase nextCase;
    private final CurrentUser user;

    QueuePage(Queue queue, NextCase nextCase, CurrentUser user) {
        this.queue = queue;
        this.nextCase = nextCase;
        this.user = user;
    }

    /** Where to go from a case: to the next one, claimed, or back to the queue that says there is none. */
    static URI to(Optional<CaseView> next) {
        return next.map(found -> URI.create("/desk/cases/" + found.report()))
                .orElseGet(() -> URI.create("/desk?nothing=true"));
    }

    @GET
    public Page show(@QueryParam("after") String after, @QueryParam("nothing") @DefaultValue("false") boolean nothing) {
        var page = queue.page(Optional.empty(), after, ROWS);
        return new Page(View.queue(new ShownQueue(
                rows(queue.heldBy(user.id())),
                rows(page.items()),
                page.next().orElse(""),
                user.has(Roles.OFFICER),
                nothing)));
    }

    @POST
    @Path("next")
    @RolesAllowed(Roles.OFFICER)
    public Response next() {
        return Response.seeOther(to(nextCase.claim())).build();
    }

    private static List<Row> rows(List<QueueEntry> entries) {
        return entries.stream().map(Row::of).toList();
    }
}
